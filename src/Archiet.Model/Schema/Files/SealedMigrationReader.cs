using Archiet.Genome;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>Reads a sealed file line by line. What cannot be read is a finding, and the rest is read on.</summary>
internal sealed class SealedMigrationReader(string path, string text)
{
    private readonly List<HistoryFinding> findings = [];
    private readonly List<SealedApproval> approvals = [];
    private readonly List<(SchemaRename Rename, int Line)> renames = [];
    private readonly List<(SchemaChange Change, int Line)> changes = [];
    private readonly List<(SealedStep Step, int Line)> steps = [];
    private string id = "", afterHash = "", stateHash = "";
    private string? after;
    private int idLine, afterLine, stateLine;

    public SealedMigration Read()
    {
        var number = 0;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.Substring(start, end - start - (end > start && text[end - 1] == '\r' ? 1 : 0));
            if (number == 0 && line != SealedFormat.FirstLine)
            {
                Find(HistoryDiagnostics.UnknownVersion, 1, 0, line.Length);
                break;
            }
            if (number > 0)
            {
                Line(line, number + 1);
            }
            start = end + 1;
        }
        Header();
        // Sorted as a writer has them: the order of lines in a file carries no meaning, and equal deltas are equal values.
        renames.Sort(static (left, right) => SchemaDelta.Compare(left.Rename, right.Rename));
        changes.Sort(static (left, right) => SchemaDelta.Compare(left.Change, right.Change));
        return new SealedMigration(
            path, id, after, afterHash, stateHash, approvals.ToEquatableArray(),
            new SchemaDelta(renames.Select(item => item.Rename).ToEquatableArray(), changes.Select(item => item.Change).ToEquatableArray()),
            steps.Select(item => item.Step).ToEquatableArray(), HistoryFile.HashOf(text))
        {
            Findings = findings.ToEquatableArray(),
            Lines = new SealedLines(
                idLine, afterLine, stateLine, renames.Select(item => item.Line).ToEquatableArray(), changes.Select(item => item.Line).ToEquatableArray(),
                steps.Select(item => item.Line).ToEquatableArray()),
        };
    }

    private void Line(string line, int number)
    {
        try
        {
            Read(line, number);
        }
        catch (LineException fault)
        {
            Find(HistoryDiagnostics.UnreadableLine, number, fault.At, Math.Max(0, line.Length - fault.At), fault.Message);
        }
    }

    private void Read(string line, int number)
    {
        if (line.Length > 2 && line[1] == ' ' && line[0] is '+' or '-')
        {
            changes.Add((new SchemaChange(line[0] == '+', SchemaLineReader.Read(line, 2)), number));
        }
        else if (line.StartsWith("> ", StringComparison.Ordinal))
        {
            renames.Add((RenameText.Read(line, 2), number));
        }
        else if (line.StartsWith("approve ", StringComparison.Ordinal))
        {
            approvals.Add(SealedFormat.Approval(line));
        }
        else
        {
            HeaderLine(line, number);
        }
    }

    private void HeaderLine(string line, int number)
    {
        var cursor = new LineCursor(line, Math.Min(line.Length, SealedFormat.KeyWidth));
        switch (line.Substring(0, Math.Min(line.Length, SealedFormat.KeyWidth)))
        {
            case SealedFormat.Id when idLine == 0:
                idLine = number;
                id = SealedFormat.ReadId(cursor);
                break;
            case SealedFormat.After when afterLine == 0:
                afterLine = number;
                if (!cursor.Take("none"))
                {
                    after = SealedFormat.ReadId(cursor);
                    afterHash = SealedFormat.ReadHash(cursor);
                }
                break;
            case SealedFormat.State when stateLine == 0:
                stateLine = number;
                stateHash = SealedFormat.ReadHash(cursor, before: "");
                break;
            case SealedFormat.Step:
                steps.Add((new SealedStep(cursor.Word("the name of a file"), SealedFormat.ReadHash(cursor)), number));
                break;
            default:
                throw new LineException(0, "no line of a sealed migration begins so, or it has this line already");
        }
        cursor.End();
    }

    private void Header()
    {
        if (findings.Exists(found => found.Descriptor == HistoryDiagnostics.UnknownVersion))
        {
            return;
        }
        if (text.Length == 0)
        {
            Find(HistoryDiagnostics.UnknownVersion, 1, 0, 0);
            return;
        }
        foreach (var (key, line) in new[] { (SealedFormat.Id, idLine), (SealedFormat.After, afterLine), (SealedFormat.State, stateLine) })
        {
            if (line == 0)
            {
                Find(HistoryDiagnostics.MissingHeader, 1, 0, SealedFormat.FirstLine.Length, key.TrimEnd());
            }
        }
        if (id.Length > 0 && HistoryFile.NameOf(path) != id + HistoryFile.SealedEnding)
        {
            Find(HistoryDiagnostics.OtherFileName, idLine, SealedFormat.KeyWidth, id.Length, id);
        }
    }

    private void Find(GenomeDiagnosticDescriptor descriptor, int line, int at, int length, params object[] arguments) =>
        findings.Add(HistoryFinding.At(descriptor, path, line, at + 1, length, arguments));
}
