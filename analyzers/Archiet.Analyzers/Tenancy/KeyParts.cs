using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Whether a key certainly has no tenant in it: a constant, or parts of which each is a constant, a number, a date, or an id that is called after no owner. Anything that
/// may hold the tenant, a caller or a whole key from elsewhere is left alone.
/// </summary>
internal sealed class KeyParts
{
    /// <summary>Words in the name of a part that may well be whose it is, or a key made elsewhere.</summary>
    private static readonly string[] Owners =
    [
        "tenant", "org", "account", "user", "caller", "session", "member", "owner", "customer", "client", "company", "workspace", "principal", "identity", "subject",
        "host", "domain", "site", "key", "prefix", "suffix", "scope", "region", "partition", "space", "realm", "claim", "path", "url", "connection",
    ];

    /// <summary>The framework's methods that only put their arguments into another form.</summary>
    private static readonly string[] Forms =
        ["Concat", "Format", "Join", "ToString", "ToLowerInvariant", "ToUpperInvariant", "ToLower", "ToUpper", "Trim", "Replace", "Substring", "Combine", "Create", "GetTempPath"];

    private readonly TenancySymbols symbols;
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private readonly List<string> names = [];

    private KeyParts(TenancySymbols symbols) => this.symbols = symbols;

    /// <summary>Whether no part of a key can be a tenant's.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">What is stored under it: an id in the key of the tenant's own row is the tenant's.</param>
    /// <param name="symbols">The types.</param>
    public static bool LackTenant(IOperation key, IEnumerable<IOperation> values, TenancySymbols symbols)
    {
        var whole = key.WithoutConversions();
        if (whole is { ConstantValue.HasValue: false } and IParameterReferenceOperation { Type.SpecialType: SpecialType.System_String or SpecialType.System_Object })
        {
            return false;
        }
        var parts = new KeyParts(symbols);
        return parts.Lack(whole) && (parts.names.Count == 0 || key.SemanticModel is not { } model || TenantEntity.NameIn(model.Compilation) is not { } entity || !parts.IsAbout(entity, values));
    }

    private bool IsAbout(string tenantEntity, IEnumerable<IOperation> values) =>
        names.Exists(name => name.IndexOf(tenantEntity, StringComparison.OrdinalIgnoreCase) >= 0)
        || values.Any(value => value.DescendantsAndSelf().Any(part => part.Type?.Name == tenantEntity || symbols.EntityOfSet(part.Type)?.Name == tenantEntity));

    private bool Lack(IOperation? part) => part is null || part.ConstantValue.HasValue || part.WithoutConversions() switch
    {
        { ConstantValue.HasValue: true } or ITypeOfOperation or INameOfOperation => true,
        IInterpolatedStringOperation text => text.Parts.All(LackPiece),
        IInterpolatedStringHandlerCreationOperation handler => Lack(handler.Content),
        IBinaryOperation { OperatorMethod: null } both => Lack(both.LeftOperand) && Lack(both.RightOperand),
        IBinaryOperation { Type.SpecialType: SpecialType.System_String } both => Lack(both.LeftOperand) && Lack(both.RightOperand),
        IConditionalOperation { WhenFalse: not null } choice => Lack(choice.WhenTrue) && Lack(choice.WhenFalse),
        ICoalesceOperation choice => Lack(choice.Value) && Lack(choice.WhenNull),
        ITupleOperation tuple => tuple.Elements.All(Lack),
        IObjectCreationOperation made => made.Initializer is null && made.Arguments.Length > 0 && made.Arguments.All(argument => Lack(argument.Value)),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.All(Lack),
        ICollectionExpressionOperation collection => collection.Elements.All(Lack),
        IConditionalAccessOperation access => Lack(access.Operation) && Lack(access.WhenNotNull),
        IConditionalAccessInstanceOperation => true,
        ILocalReferenceOperation local => Lack(local),
        IParameterReferenceOperation parameter => !IsState(parameter.Parameter) && IsNobodys(parameter.Parameter.Name) && (IsPlain(parameter.Type) || IsText(parameter.Type)),
        IFieldReferenceOperation field => Lack(field),
        IPropertyReferenceOperation property => Lack(property),
        IInvocationOperation call => Lack(call),
        _ => false,
    };

    /// <summary>A piece of an interpolated text. Where a method takes a handler of such texts, as the hybrid cache does for its keys, a piece is a call that appends it.</summary>
    private bool LackPiece(IInterpolatedStringContentOperation piece) => piece switch
    {
        IInterpolationOperation hole => Lack(hole.Expression),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var appended, ..] } } => Lack(appended.Value),
        _ => piece is IInterpolatedStringTextOperation,
    };

    private bool Lack(ILocalReferenceOperation local) =>
        followed.Add(local.Local) && LocalUses.Of(local) is { AllKnown: true } uses && uses.Values.All(Lack);

    /// <summary>A read-only static field of the same file is what it was given, and one of the framework's is a constant, as the empty id.</summary>
    private bool Lack(IFieldReferenceOperation reference) =>
        reference is { Field: { IsStatic: true, IsReadOnly: true, ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } }
        || (reference is { Field: { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences: [var declaration] }, SemanticModel: { } model }
        && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && followed.Add(reference.Field)
        && Lack(model.GetOperation(value)));

    /// <summary>A number, a date or an id of something that is nobody's; the tenant's column is one's.</summary>
    private bool Lack(IPropertyReferenceOperation property) =>
        IsPlain(property.Type)
        && IsNobodys(property.Property.Name)
        && !(symbols.IsOwned(property.Instance?.Type) && property.Property.Name == symbols.TenantMemberOf(property.Instance?.Type))
        && (property.Instance is null ? property.Property.ContainingNamespace.Name == nameof(System) : IsNobodysThing(property.Instance.WithoutConversions()));

    private bool IsNobodysThing(IOperation thing) => thing switch
    {
        _ when symbols.IsOwned(thing.Type) => true,
        IParameterReferenceOperation parameter => !IsState(parameter.Parameter) && IsNobodys(parameter.Parameter.Name) && IsNobodys(parameter.Type?.Name ?? ""),
        ILocalReferenceOperation local => IsNobodys(local.Local.Name) && IsNobodys(local.Type?.Name ?? "") && symbols.KindOf(local.Type) is null,
        IPropertyReferenceOperation property => IsNobodys(property.Property.Name) && (property.Instance is null || IsNobodysThing(property.Instance.WithoutConversions())),
        IConditionalAccessInstanceOperation => true,
        _ => false,
    };

    private bool Lack(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingNamespace is { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true }
            || method.ContainingType.Name == nameof(Path))
        {
            return Array.IndexOf(Forms, method.Name) >= 0
                && (call.Instance is null || Lack(call.Instance))
                && call.Arguments.All(argument => Lack(argument.Value) || argument.Value.Type?.Name is nameof(IFormatProvider) or "CultureInfo");
        }
        return method.DeclaringSyntaxReferences is [var declaration]
            && call.SemanticModel is { } model
            && declaration.SyntaxTree == model.SyntaxTree
            && declaration.GetSyntax() is MethodDeclarationSyntax { ExpressionBody.Expression: var body }
            && followed.Add(method)
            && call.Arguments.All(argument => Lack(argument.Value))
            && Lack(model.GetOperation(body));
    }

    /// <summary>A parameter of a primary constructor is state of the object, and nobody knows from where.</summary>
    private static bool IsState(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static bool IsPlain(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsPlain(inner),
        null => false,
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_DateTime } => true,
        _ => type is { Name: "Guid" or "DateOnly" or "TimeOnly" or "DateTimeOffset" or "TimeSpan", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } },
    };

    private bool IsNobodys(string name)
    {
        names.Add(name);
        foreach (var word in Owners)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return false;
            }
        }
        return true;
    }
}
