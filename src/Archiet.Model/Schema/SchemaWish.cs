using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>What a genome says of its database: what it must be, and of what the history knows by another name or with data that goes, that this is meant.</summary>
/// <param name="State">What the database must be.</param>
/// <param name="Renames">Every <c>was:</c>, whether the history still knows the old name or not.</param>
/// <param name="Approvals">What is approved, in ordinal order of changes.</param>
public sealed record SchemaWish(SchemaState State, EquatableArray<SchemaRename> Renames, EquatableArray<SealedApproval> Approvals)
{
    /// <summary>What a genome says.</summary>
    /// <param name="model">The genome, lowered.</param>
    /// <param name="approvals">What it approves.</param>
    public static SchemaWish Of(GenomeModel model, IEnumerable<BoundApproval> approvals) => new(
        SchemaStates.Of(model),
        SchemaStates.RenamesOf(model).ToEquatableArray(),
        approvals.Select(static approval => new SealedApproval(approval.Text, approval.Reason)).ToEquatableArray());
}
