@"%~dp0node.exe" "%~dp0program\bin\trc.js" %*
