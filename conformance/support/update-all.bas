' What a word processor makes of a document: each paragraph of its body, opened and with all fields and indexes made anew.
' A line of the target: state, style, number, size of the letters, text, parted by the sign |.
Sub Run(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Dim file As Integer
  file = FreeFile
  Open target For Output As #file
  PrintBody(document, file, "opened")
  document.TextFields.refresh()
  Dim index As Integer
  For index = 0 To document.DocumentIndexes.Count - 1
    document.DocumentIndexes.getByIndex(index).update()
  Next index
  document.TextFields.refresh()
  PrintBody(document, file, "updated")
  Close #file
  document.close(True)
  StarDesktop.terminate()
End Sub

Sub PrintBody(document As Object, file As Integer, state As String)
  Dim all As Object, paragraph As Object
  all = document.Text.createEnumeration()
  Do While all.hasMoreElements()
    paragraph = all.nextElement()
    If paragraph.supportsService("com.sun.star.text.Paragraph") Then
      Print #file, state & "|" & paragraph.ParaStyleName & "|" & paragraph.ListLabelString & "|" & paragraph.CharHeight & "|" & Join(Split(paragraph.String, Chr(10)), " ")
    End If
  Loop
End Sub
