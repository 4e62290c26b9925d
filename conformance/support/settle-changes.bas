' Takes all tracked changes in, or takes them back, and writes the text as the word processor reads it. A line of the list: source, how
' (accept, reject or plain), target, parted by the sign |.
Sub Settle(list As String)
  Dim file As Integer, row As String, parts
  file = FreeFile
  Open list For Input As #file
  Do While Not EOF(file)
    Line Input #file, row
    If row <> "" Then
      parts = Split(row, "|")
      SettleOne(parts(0), parts(1), parts(2))
    End If
  Loop
  Close #file
  StarDesktop.terminate()
End Sub

Sub SettleOne(source As String, how As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8,LF,,"
  Dim document As Object, dispatcher As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If IsNull(document) Then Exit Sub
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  If how = "accept" Then dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
  If how = "reject" Then dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
  document.storeToURL(ConvertToURL(target), text())
  document.close(True)
End Sub
