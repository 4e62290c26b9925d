// Opens the documents of the centre in the browser, without a window of a console: what a clerk clicks twice.
// A folder that is dropped on it, or given to it, is opened and remembered; without one, that of the documents.
var REMEMBERED = "HKCU\\Software\\trc\\Folder";
var shell = new ActiveXObject("WScript.Shell");
var files = new ActiveXObject("Scripting.FileSystemObject");
var home = files.GetParentFolderName(WScript.ScriptFullName);
var node = home + "\\node.exe";

if (!files.FileExists(node))
  stop("Сначала распакуйте весь архив в отдельную папку, потом откройте этот файл в ней.");
var folder = folderOfCentre();
shell.CurrentDirectory = folder;
var command = '"' + node + '" "' + home + '\\program\\bin\\trc.js" desk --open';
// Its words go nowhere: a console that nobody sees may refuse them, and what went wrong is shown in the browser.
// In a folder of the network (\\server\…) cmd would not stay: it would go on in that of Windows.
if (folder.substr(0, 2) !== "\\\\") command = 'cmd /c "' + command + ' > nul 2>&1"';
shell.Run(command, 0, false);

function folderOfCentre() {
  if (WScript.Arguments.length > 0) {
    var named = files.GetAbsolutePathName(WScript.Arguments.Item(0));
    if (!files.FolderExists(named)) stop("«" + named + "» – не папка. Перетащите папку с документами.");
    shell.RegWrite(REMEMBERED, named);
    return named;
  }
  var remembered = null;
  try {
    remembered = shell.RegRead(REMEMBERED);
  } catch (none) {}
  if (remembered) {
    // A disk of the network may be away; then the centre is not begun anew, there or elsewhere.
    if (!files.FolderExists(remembered))
      stop("Папка «" + remembered + "» недоступна. Подключите диск или перетащите на этот файл другую папку.");
    return remembered;
  }
  var DOCUMENTS = 5;
  var made = files.BuildPath(new ActiveXObject("Shell.Application").NameSpace(DOCUMENTS).Self.Path, "Документы центра");
  if (!files.FolderExists(made)) files.CreateFolder(made);
  return made;
}

function stop(words) {
  shell.Popup(words, 0, "Документы центра", 48);
  WScript.Quit(1);
}
