using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The entity of a genome that is the tenant itself, as Practice in a clinic: its id is the tenant's.</summary>
internal static class TenantEntity
{
    /// <summary>The file in which the emitted app names its entities.</summary>
    private const string File = "App.g.cs";

    /// <summary>The entity's name; null in a project without a genome. Reads the emitted app, so it is asked only where a rule already has a suspect.</summary>
    public static string? NameIn(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.FilePath.EndsWith(File, StringComparison.Ordinal))
            {
                foreach (var node in tree.GetRoot().DescendantNodes())
                {
                    if (node is GenericNameSyntax { Identifier.ValueText: "Tenant", TypeArgumentList.Arguments: [var entity] })
                    {
                        return entity is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : entity.ToString();
                    }
                }
            }
        }
        return null;
    }
}
