#!/usr/bin/env bash
# LibreOffice of Debian's backports beside the one of the system: only unpacked, nothing of it is installed.
#   office-backports.sh fetch FOLDER              fetches the packages and unpacks them into FOLDER; does nothing when they are there
#   office-backports.sh run FOLDER ARGUMENTS…     runs soffice from FOLDER with a profile of its own, so that many may run at once
set -eu

SUITE=$(. /etc/os-release && echo "$VERSION_CODENAME")-backports
PACKAGES=(libreoffice-{core,common,writer,base-core,uiconfig-common,uiconfig-writer,style-colibre} ure uno-libs-private
  libuno-{cppu3,cppuhelpergcc3-3,purpenvhelpergcc3-3,sal3,salhelpergcc3-3} libzxcvbn0 fonts-opensymbol)

fetch() {
  # apt-get reads a relative path from its own folders.
  local folder work
  folder=$(realpath -m "$1")
  [ ! -e "$folder/usr/lib/libreoffice/program/soffice.bin" ] || return 0
  command -v apt-get >/dev/null || { echo "no apt-get on this system" >&2; return 1; }
  mkdir -p "$(dirname "$folder")"
  work=$(mktemp -d "$(dirname "$folder")/backports-XXXXXX")
  trap 'rm -rf "$work"' RETURN
  mkdir -p "$work"/{lists/partial,cache,debs,root}
  # The mirror that the system uses.
  local mirror
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ')
  local key=/usr/share/keyrings/debian-archive-keyring.gpg
  printf "deb [signed-by=$key] %s %s main\n" "${mirror:=http://deb.debian.org/debian}" "${SUITE%-backports}" "$mirror" "$SUITE" >"$work/sources.list"
  local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root -o Acquire::Retries=5)
  "${apt[@]}" update
  (cd "$work/debs" && "${apt[@]}" -t "$SUITE" download "${PACKAGES[@]}")
  for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
  local office=$work/root/usr/lib/libreoffice
  cp "$work"/root/usr/lib/*/libzxcvbn.so.0 "$office/program/"
  # The packages look for their files under /usr; here each file is found from its neighbours.
  sed -i 's#^BRAND_BASE_DIR=.*#BRAND_BASE_DIR=${ORIGIN}/..#' "$office/program/fundamentalrc"
  # What the packages do when they are installed; there a link leads out of the folder.
  cp --remove-destination "$office/share/.registry/main.xcd" "$office/share/registry/main.xcd"
  rm -rf "$folder"
  mv "$work/root" "$folder"
}

run() {
  local program
  program=$(cd "$1" && pwd)/usr/lib/libreoffice/program
  shift
  # Not local: it is removed when the script ends.
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  HOME=$home LD_LIBRARY_PATH=$program "$program/soffice" "$@"
}

"$@"
