using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Precision.Mutations;

/// <summary>What people do to a query, a write or a key that takes the tenant away from it: every place of a file where it can be done.</summary>
internal static class MutationOperators
{
    /// <summary>All sites of a file, by all operators.</summary>
    public static IEnumerable<MutationSite> Sites(SyntaxTree file, SemanticModel model) =>
        Rewrites(file.GetRoot().DescendantNodes(node => !IsApproved(node)), model).Select(found => new MutationSite(found.Operator, file.FilePath, found.Span, found.Text))
            .Concat(Insertions(file, model))
            .Concat(file.FilePath == "Program.cs" ? ModelCode.All.Select(code => new MutationSite(code.Name, file.FilePath, new TextSpan(0, 0), "", code.Declaration)) : []);

    /// <summary>Something that is there becomes something else.</summary>
    private static IEnumerable<(string Operator, TextSpan Span, string Text)> Rewrites(IEnumerable<SyntaxNode> nodes, SemanticModel model)
    {
        foreach (var node in nodes)
        {
            var found = node switch
            {
                MemberAccessExpressionSyntax set when IsSet(set, model) => OfSet(set),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tenant" } tenant when IsContext(tenant.Expression, model) => OfTenant(tenant),
                InvocationExpressionSyntax call => OfCall(call, model),
                AttributeSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "CrossTenant" }, Parent: AttributeListSyntax list } reason =>
                    [("the reason of [CrossTenant] removed", list.Span, ""), ("the reason of [CrossTenant] emptied", reason.Span, "CrossTenant(\"\")")],
                AwaitExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: InvocationExpressionSyntax saved } awaited when IsContext((saved.Expression as MemberAccessExpressionSyntax)?.Expression, model) =>
                    [("saved without waiting", awaited.Span, $"_ = {saved}"), ("saved in the background", awaited.Span, $"_ = Task.Run(() => {saved})")],
                _ => [],
            };
            foreach (var one in found)
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<(string Operator, TextSpan Span, string Text)> OfSet(MemberAccessExpressionSyntax set)
    {
        yield return ("IgnoreQueryFilters()", set.Span, $"{set}.IgnoreQueryFilters()");
        yield return ("IgnoreQueryFilters([TenantFilter])", set.Span, $"{set}.IgnoreQueryFilters([Archiet.EntityContext.TenantFilter])");
        yield return ("IgnoreQueryFilters(new[] { \"tenant\" })", set.Span, $"{set}.IgnoreQueryFilters(new[] {{ \"tenant\" }})");
        yield return ("IgnoreQueryFilters, as a static call", set.Span, $"EntityFrameworkQueryableExtensions.IgnoreQueryFilters({set})");
        yield return ("IgnoreQueryFilters, split in two", set.Span, $"{set}.IgnoreQueryFilters(new[] {{ \"deleted\" }}).IgnoreQueryFilters(new[] {{ \"ten\" + \"ant\" }})");
        yield return ("FromSqlRaw for LINQ", set.Span, $"{set}.FromSqlRaw(\"SELECT * FROM everything\")");
        yield return ("FromSql for LINQ", set.Span, $"{set}.FromSql($\"SELECT * FROM everything\")");
    }

    private static IEnumerable<(string Operator, TextSpan Span, string Text)> OfTenant(MemberAccessExpressionSyntax tenant)
    {
        if (tenant.Parent is InterpolationSyntax part && !IsRead(part))
        {
            yield return ("the tenant dropped from a key", part.Span, "all");
        }
        else if (tenant.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            yield return ("the tenant dropped from a key", tenant.Span, "\"all\"");
        }
        else if (tenant.Parent is ArgumentSyntax { Parent: BracketedArgumentListSyntax })
        {
            yield return ("the tenant dropped from a key", tenant.Span, "Guid.Empty");
        }
    }

    /// <summary>A key that something is only looked up by: nothing of this tenant gets there, and nothing of another is there.</summary>
    private static bool IsRead(SyntaxNode key) =>
        key.Ancestors().TakeWhile(node => node is not StatementSyntax).OfType<InvocationExpressionSyntax>().FirstOrDefault()
            is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "TryGetValue" } };

    private static IEnumerable<(string Operator, TextSpan Span, string Text)> OfCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access)
        {
            yield break;
        }
        if (name == "Create" && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.Name: "ITenantContextFactory" })
        {
            yield return ("a scope in place of a tenant", call.Span, "new ServiceCollection().BuildServiceProvider().CreateAsyncScope().ServiceProvider.GetRequiredService<Clinic.ClinicContext>()");
            if (call.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.ParameterList.Parameters.Any(parameter => parameter.Type?.ToString() == "HttpContext") == true)
            {
                yield return ("the tenant of a header", call.ArgumentList.Arguments[0].Span, "Guid.Parse(http.Request.Headers[\"X-Tenant\"].ToString())");
                yield return ("the tenant of the query", call.ArgumentList.Arguments[0].Span, "Guid.Parse(http.Request.Query[\"tenant\"]!)");
                yield return ("the tenant of the route", call.ArgumentList.Arguments[0].Span, "new Guid((string)http.Request.RouteValues[\"tenant\"]!)");
            }
        }
        if (name == "Group" && access.Expression.ToString().EndsWith(".Clients", StringComparison.Ordinal))
        {
            yield return ("everybody in place of a group", call.Span, access.Expression + ".All");
            yield return ("a group of all tenants", call.ArgumentList.Span, "(\"everybody\")");
        }
        if (name is "ToListAsync" or "CountAsync" or "FirstOrDefaultAsync" or "ToDictionaryAsync" or "ExecuteUpdateAsync" or "ExecuteDeleteAsync"
            && model.GetTypeInfo(access.Expression).Type is INamedTypeSymbol { TypeArguments: [{ ContainingNamespace.Name: "Model" }] })
        {
            yield return ("IgnoreQueryFilters at the end", access.Expression.Span, $"{access.Expression}.IgnoreQueryFilters()");
        }
    }

    /// <summary>A statement that was not there, at the beginning of a body that has a context at hand.</summary>
    private static IEnumerable<MutationSite> Insertions(SyntaxTree file, SemanticModel model)
    {
        foreach (var body in file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>())
        {
            if (ContextAt(body, model) is { } context && !body.Ancestors().OfType<MemberDeclarationSyntax>().SelectMany(member => member.AttributeLists).Any())
            {
                var place = new TextSpan(body.OpenBraceToken.Span.End, 0);
                foreach (var (name, statement, appended) in InsertedCode.All)
                {
                    yield return new MutationSite(name, file.FilePath, place, " " + statement.Replace("clinic", context, StringComparison.Ordinal), appended);
                }
            }
        }
    }

    private static string? ContextAt(BlockSyntax body, SemanticModel model) =>
        model.LookupSymbols(body.OpenBraceToken.Span.End).FirstOrDefault(symbol => symbol is IParameterSymbol { Type.Name: "ClinicContext" })?.Name;

    /// <summary>The body of a member that says why it works across tenants: there a query without its filter is no mutation.</summary>
    private static bool IsApproved(SyntaxNode node) => node is BlockSyntax { Parent: MethodDeclarationSyntax { AttributeLists.Count: > 0 } };

    private static bool IsSet(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type is { Name: "DbSet" };

    private static bool IsContext(ExpressionSyntax? expression, SemanticModel model) => expression is not null && model.GetTypeInfo(expression).Type is { Name: "ClinicContext" };
}
