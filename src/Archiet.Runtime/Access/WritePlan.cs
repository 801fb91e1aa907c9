using System.Collections.Concurrent;

namespace Archiet;

/// <summary>A write for a set of roles, as finished texts: one for each combination of conditions that the fields of a request hang on, mostly a single one.</summary>
/// <param name="access">The grants.</param>
/// <param name="sight">What the answer shows.</param>
/// <param name="head">The statement up to its WHERE, for an insert up to its RETURNING.</param>
/// <param name="where">The row and what must hold of it; null for an insert.</param>
/// <param name="look">The row, if the caller knows of it: a FROM and a WHERE.</param>
/// <param name="answersRow">Whether the statement returns the row as it is then.</param>
/// <param name="mayLeave">Whether the row may be one that the caller's grants do not mean once it is written: a transition leads out of the state that they name.</param>
/// <param name="references">What refuses references of the row as it is written, as branches of a CASE; empty for nothing.</param>
internal sealed class WritePlan(
    RowAccess access, Sight sight, string head, string? where, string look, bool answersRow = true, bool mayLeave = false, string references = "")
{
    /// <summary>Combinations beyond this are composed each time.</summary>
    private const int MostTexts = 64;

    private readonly ConcurrentDictionary<ulong, Statement> texts = new();
    private readonly Statement plain = Compose(access, sight, head, where, answersRow, mayLeave, references, 0);

    /// <summary>Whether there is a grant at all.</summary>
    public bool IsGranted => access.IsGranted;

    /// <summary>The fields that may be set on some row; a request that gives another is refused before anything is asked of the database.</summary>
    public FieldSet Settable => access.Settable;

    /// <summary>The statement for a request that gives these fields.</summary>
    public Statement For(FieldSet given)
    {
        var mark = access.MarkOf(given);
        return mark == 0 ? plain
            : texts.TryGetValue(mark, out var known) ? known
            : texts.Count < MostTexts ? texts.GetOrAdd(mark, Compose)
            : Compose(mark);
    }

    /// <summary>
    /// What a write that met no row asks then. No row: it is not there, or the caller may not know of it (404). False: the caller may not do this with it (403). True:
    /// it has changed (412), or what else the write asks of the row does not hold. $1 tenant, $2 caller, $3 id.
    /// </summary>
    /// <param name="given">The fields that the request gave.</param>
    /// <param name="columns">Columns that tell more; they follow the truth.</param>
    public string LookFor(FieldSet given, params ReadOnlySpan<string> columns)
    {
        var allowed = access.ConditionFor(access.MarkOf(given)) is { } condition ? $"{condition} IS TRUE" : "true";
        return $"SELECT {string.Join(", ", [allowed, .. columns])} {look}";
    }

    private Statement Compose(ulong mark) => Compose(access, sight, head, where, answersRow, mayLeave, references, mark);

    private static Statement Compose(RowAccess access, Sight sight, string head, string? where, bool answersRow, bool mayLeave, string references, ulong mark)
    {
        var condition = access.ConditionFor(mark);
        var text = where is null ? head : $"{head}\nWHERE {where}{AccessPlan.And(condition)}";
        return new(answersRow ? $"{text}\nRETURNING {sight.Columns(mayLeave ? null : condition, references)}" : text, sight);
    }
}
