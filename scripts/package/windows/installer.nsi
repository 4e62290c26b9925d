; The installer: for one user, without an administrator. Uninstalling leaves the documents where they are.
Unicode true
Target amd64-unicode
; LZMA saves a third and takes a minute and a half.
SetCompressor /SOLID zlib
; Dates of files would part two runs.
SetDateSave off
!include MUI2.nsh

!define TITLE "Документы центра"
!define START "$INSTDIR\Открыть документы центра.js"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\trc"

Name "${TITLE}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\trc"
BrandingText "trc ${VERSION}"

!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Open
!define MUI_FINISHPAGE_RUN_TEXT "Открыть документы центра"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"

; A program that runs cannot be replaced or removed.
!macro WAIT_UNTIL_CLOSED
  again:
  IfFileExists "$INSTDIR\node.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\node.exe" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
    "Программа ещё открыта. Закройте её страницу в браузере; через десять минут она завершится сама. Тогда нажмите «Повтор»." \
    /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
  free:
  FileClose $0
  closed:
!macroend

Function Open
  Exec '"$SYSDIR\wscript.exe" "${START}"'
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED
  RMDir /r "$INSTDIR\program"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\Удалить программу.exe"
  ; The program works in the folder of the documents.
  SetOutPath "$DOCUMENTS"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$SYSDIR\wscript.exe" '"${START}"' "$INSTDIR\node.exe"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\Удалить программу.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\Удалить программу.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro WAIT_UNTIL_CLOSED
  !include "${REMOVAL}"
  Delete "$INSTDIR\Удалить программу.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  RMDir /r "$LOCALAPPDATA\trc"
  DeleteRegKey HKCU "${ENTRY}"
  DeleteRegKey HKCU "Software\trc"
SectionEnd
