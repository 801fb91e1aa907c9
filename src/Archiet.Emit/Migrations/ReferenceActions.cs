using Archiet.Genome.Binding;

namespace Archiet.Emit;

/// <summary>What becomes of a row when the row it refers to is deleted, as SQL.</summary>
internal static class ReferenceActions
{
    /// <summary>The action.</summary>
    public static string Of(DeleteAction action) => action switch
    {
        DeleteAction.Cascade => "CASCADE",
        DeleteAction.SetNull => "SET NULL",
        _ => "RESTRICT",
    };
}
