using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>Every mention of a local variable in the member that declares it. Walks the member's body, so it is asked only where a rule already has a suspect.</summary>
internal static class LocalMentions
{
    public static IEnumerable<IOperation> Of(ILocalSymbol local, IOperation near) =>
        near.Whole().Descendants().Where(operation => operation is ILocalReferenceOperation mention && SymbolEqualityComparer.Default.Equals(mention.Local, local));
}
