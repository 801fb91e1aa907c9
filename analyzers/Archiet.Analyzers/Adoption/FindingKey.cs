namespace Archiet.Analyzers.Adoption;

/// <summary>What a finding is known by when the lines above it move: not its line, but where it stands and what the line says.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Path">The file, from the project's folder, with forward slashes.</param>
/// <param name="Member">The declaration around it: <c>Shop.Orders.Count(Guid)</c>; a dash in a file that is no C#.</param>
/// <param name="Hash">Of the lines that it stands in, without their white space.</param>
internal readonly record struct FindingKey(string Id, string Path, string Member, string Hash)
{
    /// <summary>The names under which a finding carries its key into the compiler's log.</summary>
    public const string PathProperty = "archiet.path", MemberProperty = "archiet.member", HashProperty = "archiet.hash";
}
