using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Web;

/// <summary>What another site's form can bring about: it sends requests that change something, and no JSON.</summary>
internal sealed class SitesForms(Compilation compilation)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    /// <summary>Anti-forgery checks leave these verbs alone, for nothing may change by them.</summary>
    private static readonly string[] SafeVerbs = ["HttpGetAttribute", "HttpHeadAttribute", "HttpOptionsAttribute"];

    private readonly INamedTypeSymbol?[] safe = [.. SafeVerbs.Select(name => compilation.GetTypeByMetadataName(Mvc + name))];
    private readonly INamedTypeSymbol? verb = compilation.GetTypeByMetadataName(Mvc + "Routing.IActionHttpMethodProvider");
    private readonly INamedTypeSymbol? fromBody = compilation.GetTypeByMetadataName(Mvc + "FromBodyAttribute");

    /// <summary>Whether a form reaches an action or, for a class, any that it may have.</summary>
    public bool Reach(ISymbol symbol) => symbol is not IMethodSymbol action || !(OnlyReads(action) || TakesJson(action));

    /// <summary>Verbs are named, and each is safe. Without any, every verb comes in.</summary>
    private bool OnlyReads(IMethodSymbol action)
    {
        var verbs = action.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && type.AllInterfaces.Any(it => Same(it, verb))).ToArray();
        return verbs.Length > 0 && Array.TrueForAll(verbs, attribute => Array.Exists(safe, type => Same(attribute.AttributeClass!, type)));
    }

    /// <summary>What reads a body for a parameter refuses what a form sends.</summary>
    private bool TakesJson(IMethodSymbol action) =>
        action.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && Same(type, fromBody)));

    private static bool Same(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
