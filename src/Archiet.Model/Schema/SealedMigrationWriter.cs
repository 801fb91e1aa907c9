using System.Text;

namespace Archiet.Model;

/// <summary>Writes sealed files.</summary>
public static class SealedMigrationWriter
{
    /// <summary>The text of a sealed migration.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="predecessor">The migration before it; null for the first.</param>
    /// <param name="delta">What it changes.</param>
    /// <param name="approvals">Reasons; written in ordinal order of changes.</param>
    /// <param name="steps">Files of the user's under their sealed names, in the order in which they run.</param>
    /// <param name="after">The schema after it.</param>
    public static string Write(
        string id, SealedMigration? predecessor, SchemaDelta delta, IEnumerable<SealedApproval> approvals, IEnumerable<SealedStep> steps, SchemaState after)
    {
        if (!SealedFormat.IsId(id))
        {
            throw new ArgumentException("An id is 14 digits, an underscore and a name of letters, digits and underscores.", nameof(id));
        }
        var text = new StringBuilder(SealedFormat.FirstLine).Append('\n').Append(SealedFormat.Id).Append(id).Append('\n').Append(SealedFormat.After);
        text.Append(predecessor is null ? "none" : predecessor.Id + " " + SealedFormat.Hash + predecessor.TextHash).Append('\n');
        text.Append(SealedFormat.State).Append(SealedFormat.Hash).Append(SchemaLines.Hash(after)).Append('\n');
        foreach (var approval in approvals.OrderBy(approval => approval.Change, StringComparer.Ordinal))
        {
            text.Append(SealedFormat.Of(approval)).Append('\n');
        }
        foreach (var line in delta.Lines)
        {
            text.Append(line).Append('\n');
        }
        foreach (var step in steps)
        {
            LineText.AppendWord(text.Append(SealedFormat.Step), step.File).Append(' ').Append(SealedFormat.Hash).Append(step.Hash).Append('\n');
        }
        return text.ToString();
    }
}
