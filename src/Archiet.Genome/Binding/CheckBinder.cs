using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the expressions of an entity or a mixin.</summary>
/// <param name="entity">What <c>this</c> is a row of.</param>
/// <param name="section">The text of the section that the expressions stand in.</param>
/// <param name="types">The genome around them.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class CheckBinder(string entity, string section, IExpressionTypes types, FindingList findings)
{
    /// <summary>The expression; null where there is none, where it has a finding, or where it leads to a field that has one.</summary>
    public BoundCheck? Bind(Word? written, ExpressionPurpose purpose, FieldShape? target = null)
    {
        if (written is not { } word)
        {
            return null;
        }
        var expression = ExpressionChecker.Check(word, section, new(purpose, entity, target), types, findings);
        return expression is null ? null : new(expression, expression.ToString());
    }

    /// <summary>The value of a field.</summary>
    public BoundCheck? BindValue(Word? written, ExpressionPurpose purpose, string field) =>
        types.FindEntity(entity)?.Find(field) is { Type: not null } target ? Bind(written, purpose, target) : null;

    /// <summary>An expression of a mixin, which is known to be right there, over the entity that has the mixin.</summary>
    public BoundCheck? Rebind(BoundCheck? mixed, ExpressionPurpose purpose, string? field = null)
    {
        if (mixed is null)
        {
            return null;
        }
        var target = field is null ? null : types.FindEntity(entity)?.Find(field);
        var expression = ExpressionChecker.Check(mixed.Text, new(purpose, entity, target), types).Expression;
        return expression is null ? null : new(expression, expression.ToString());
    }
}
