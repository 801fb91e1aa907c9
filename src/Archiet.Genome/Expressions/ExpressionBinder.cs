using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>
/// Gives the parts of an expression their meaning and types. Null stands for a part that has its fault already: what is around it is checked no further, what is
/// beside it is.
/// </summary>
internal sealed class ExpressionBinder
{
    private readonly OperatorBinder operators;
    private readonly FunctionBinder functions;
    private readonly Dictionary<string, RowExpression> variables = new(StringComparer.Ordinal);

    private ExpressionBinder(ExpressionScope scope, IExpressionTypes types, FaultList faults)
    {
        (Scope, Types, Faults) = (scope, types, faults);
        operators = new(this);
        functions = new(this);
        Literals = new(types, faults);
        Members = new(scope, types, faults);
    }

    public ExpressionScope Scope { get; }

    public IExpressionTypes Types { get; }

    public FaultList Faults { get; }

    public LiteralBinder Literals { get; }

    public MemberBinder Members { get; }

    /// <summary>The expression, or null where there is a fault.</summary>
    public static Expression? Bind(ExpressionSyntax syntax, ExpressionScope scope, IExpressionTypes types, FaultList faults)
    {
        var binder = new ExpressionBinder(scope, types, faults);
        if (scope.Target is null)
        {
            return binder.BindCondition(syntax);
        }
        if (scope.Target.Type is not { } type)
        {
            return null;
        }
        var expected = ExpressionType.Of(type);
        var bound = binder.Bind(syntax, expected);
        return bound is null ? null : new ResultBinder(binder).Fit(bound, expected, syntax);
    }

    /// <summary>Binds a part that must be true or false.</summary>
    public Expression? BindCondition(ExpressionSyntax syntax)
    {
        var bound = Bind(syntax, ExpressionType.Bool);
        if (bound is null || bound.Type.Kind == ValueKind.Bool)
        {
            return bound;
        }
        Faults.Add(GenomeDiagnostics.ResultType, syntax.Range, "A truth value", TypeWords.Of(bound));
        return null;
    }

    /// <summary>Binds a part that has a value.</summary>
    /// <param name="syntax">The part.</param>
    /// <param name="hint">The type that a text or <c>null</c> has here, where something beside it says so.</param>
    public Expression? Bind(ExpressionSyntax syntax, ExpressionType? hint = null) => syntax switch
    {
        LiteralSyntax literal => Literals.Bind(literal, hint),
        NameSyntax name => BindName(name, hint),
        MemberSyntax member => Bind(member.Target) is { } target ? Members.Bind(target, member) : null,
        CallSyntax call => functions.Bind(call),
        UnarySyntax unary => operators.BindUnary(unary),
        BinarySyntax binary => operators.BindBinary(binary),
        JunctionSyntax junction => operators.BindJunction(junction),
        ConditionalSyntax conditional => operators.BindConditional(conditional, hint),
        _ => RefuseList((ListSyntax)syntax),
    };

    /// <summary>Binds what is asked of each child, under the name of its variable.</summary>
    public Expression? BindWithVariable(NameSyntax variable, string entity, Func<Expression?> bind)
    {
        if (variable.Name is "this" or "user" or "tenant" or "input" || variables.ContainsKey(variable.Name))
        {
            Faults.Add(GenomeDiagnostics.ChildrenMisused, variable.Range, variable.Name, "means something else already; give the child another name");
            return null;
        }
        variables.Add(variable.Name, new(RowRoot.Variable, variable.Name, ExpressionType.Reference(entity), false));
        var bound = bind();
        variables.Remove(variable.Name);
        return bound;
    }

    /// <summary>Says that something is not available where the expression stands.</summary>
    public Expression? RefuseScope(TextRange range, string what)
    {
        var about = Scope.AllowsOtherRows ? Scope.AllowsTime ? "the rows and the time" : "the rows alone" : "the row alone";
        Faults.Add(GenomeDiagnostics.NotAvailable, range, TypeWords.Capital(Scope.Describe()), about, what);
        return null;
    }

    private Expression? BindName(NameSyntax name, ExpressionType? hint)
    {
        if (variables.TryGetValue(name.Name, out var variable))
        {
            return variable;
        }
        switch (name.Name)
        {
            case "this":
                return new RowExpression(RowRoot.This, "", ExpressionType.Reference(Scope.Entity), false);
            case "user":
                return BindUser(name.Range);
            case "tenant":
                return Scope.AllowsTenant
                    ? new RowExpression(RowRoot.Tenant, "", ExpressionType.Reference(Types.TenantEntity), false)
                    : RefuseScope(name.Range, "'tenant'");
            case "input":
                return Scope.Input is null
                    ? RefuseScope(name.Range, "'input'")
                    : new RowExpression(RowRoot.Input, "", new(ValueKind.Reference), false);
        }
        Faults.Add(GenomeDiagnostics.UnknownName, name.Range, name.Name, Meant(name.Name, hint));
        return null;
    }

    private Expression? BindUser(TextRange range)
    {
        if (!Scope.AllowsUser)
        {
            return RefuseScope(range, "'user'");
        }
        if (Types.MemberEntity is { } entity)
        {
            return new RowExpression(RowRoot.User, "", ExpressionType.Reference(entity), true);
        }
        Faults.Add(GenomeDiagnostics.UserWithoutMember, range);
        return null;
    }

    /// <summary>What an unknown name probably means: a field without its <c>this.</c>, a member of an enum without its quotes, or a root mistyped.</summary>
    private string Meant(string name, ExpressionType? hint)
    {
        if (hint is { Kind: ValueKind.Enum, Name: { } choice } && Types.Vocabulary.FindEnum(choice)?.Members.Any(member => member.Name == name) == true)
        {
            return $"; a member of an enum stands between quotes: '{name}'.";
        }
        if (Types.FindEntity(Scope.Entity)?.Find(name) is not null)
        {
            return $"; a field of the row is 'this.{name}'.";
        }
        return Suggestion.For(name, Roots().Concat(variables.Keys).OrderBy(static known => known, StringComparer.Ordinal));
    }

    private IEnumerable<string> Roots()
    {
        yield return "this";
        if (Scope.AllowsUser && Types.MemberEntity is not null)
        {
            yield return "user";
        }
        if (Scope.AllowsTenant)
        {
            yield return "tenant";
        }
        if (Scope.Input is not null)
        {
            yield return "input";
        }
    }

    private Expression? RefuseList(ListSyntax list)
    {
        Faults.Add(GenomeDiagnostics.ExpressionSyntax, list.Range, "a list stands behind 'in' only");
        return null;
    }
}
