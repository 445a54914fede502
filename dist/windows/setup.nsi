; The setup of Dateline: for one user, so that no administrator is needed. makensis is called by dist/windows/build.sh.
Unicode true
!include MUI2.nsh
!include FileFunc.nsh

Name "Dateline"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dateline"
InstallDirRegKey HKCU "Software\Dateline" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Dateline"
VIAddVersionKey "FileDescription" "Setup of Dateline"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Dateline developers. MIT or Apache-2.0."

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\dateline.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dateline"

Section
    SetOutPath "$INSTDIR"
    File "${FROM}\dateline.exe"
    File "${FROM}\LICENSE-MIT"
    File "${FROM}\LICENSE-APACHE"
    File "${FROM}\licences.txt"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Dateline.lnk" "$INSTDIR\dateline.exe"
    WriteRegStr HKCU "Software\Dateline" "Folder" "$INSTDIR"

    ; A project opens by a double click. What other program opens .ron files already keeps them; Dateline is offered.
    WriteRegStr HKCU "Software\Classes\Dateline.Project" "" "Dateline project"
    WriteRegStr HKCU "Software\Classes\Dateline.Project\DefaultIcon" "" "$INSTDIR\dateline.exe,0"
    WriteRegStr HKCU "Software\Classes\Dateline.Project\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\.ron\OpenWithProgids" "Dateline.Project" ""
    ReadRegStr $0 HKCR ".ron" ""
    StrCmp $0 "" 0 +2
    WriteRegStr HKCU "Software\Classes\.ron" "" "Dateline.Project"
    WriteRegStr HKCU "Software\Classes\Applications\dateline.exe\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'

    WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Dateline"
    WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\dateline.exe,0"
    WriteRegStr HKCU "${REMOVAL}" "Publisher" "The Dateline developers"
    WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
    WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Projects, settings and the journal of unsaved work stay.
Section "Uninstall"
    Delete "$INSTDIR\dateline.exe"
    Delete "$INSTDIR\LICENSE-MIT"
    Delete "$INSTDIR\LICENSE-APACHE"
    Delete "$INSTDIR\licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Dateline.lnk"
    DeleteRegKey HKCU "Software\Dateline"
    DeleteRegKey HKCU "Software\Classes\Dateline.Project"
    DeleteRegKey HKCU "Software\Classes\Applications\dateline.exe"
    DeleteRegValue HKCU "Software\Classes\.ron\OpenWithProgids" "Dateline.Project"
    ReadRegStr $0 HKCU "Software\Classes\.ron" ""
    StrCmp $0 "Dateline.Project" 0 +2
    DeleteRegValue HKCU "Software\Classes\.ron" ""
    DeleteRegKey HKCU "${REMOVAL}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
