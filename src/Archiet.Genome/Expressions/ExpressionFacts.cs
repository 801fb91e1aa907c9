namespace Archiet.Genome.Expressions;

/// <summary>What an expression speaks of.</summary>
/// <param name="Fields">The fields of <c>this</c> whose value it reads, in ordinal order; children by the field that holds them.</param>
/// <param name="UsesTime">Whether it asks <c>now()</c> or <c>today()</c>.</param>
/// <param name="UsesUser">Whether it speaks of the caller.</param>
/// <param name="UsesTenant">Whether it speaks of the tenant.</param>
/// <param name="UsesInput">Whether it speaks of the input.</param>
/// <param name="UsesPaths">Whether it reads rows that a reference leads to; the fields of user and tenant count, the reference itself does not.</param>
/// <param name="UsesChildren">Whether it asks owned children.</param>
public sealed record ExpressionFacts(
    EquatableArray<string> Fields, bool UsesTime, bool UsesUser, bool UsesTenant, bool UsesInput, bool UsesPaths, bool UsesChildren)
{
    /// <summary>Whether it is a function of the row's own columns: a CHECK, an index or a stored column can hold it.</summary>
    public bool IsImmutableOverRow => !(UsesTime || UsesUser || UsesTenant || UsesInput || UsesPaths || UsesChildren);

    /// <summary>Whether the row's own columns and the time decide it.</summary>
    public bool IsOverRowAndTime => !(UsesUser || UsesTenant || UsesInput || UsesPaths || UsesChildren);

    /// <summary>The facts of an expression.</summary>
    public static ExpressionFacts Of(Expression expression)
    {
        var walk = new Walk();
        walk.Visit(expression);
        return walk.ToFacts();
    }

    private sealed class Walk
    {
        private readonly SortedSet<string> fields = new(StringComparer.Ordinal);
        private bool time;
        private bool user;
        private bool tenant;
        private bool input;
        private bool paths;
        private bool children;

        public ExpressionFacts ToFacts() => new(fields.ToEquatableArray(), time, user, tenant, input, paths, children);

        public void Visit(Expression expression)
        {
            switch (expression)
            {
                case RowExpression row:
                    user |= row.Root == RowRoot.User;
                    tenant |= row.Root == RowRoot.Tenant;
                    input |= row.Root == RowRoot.Input;
                    break;
                case FieldExpression { Row: RowExpression { Root: RowRoot.This } } field:
                    fields.Add(field.Field);
                    break;
                case FieldExpression field:
                    paths |= field.Row is not RowExpression { Root: RowRoot.Variable or RowRoot.Input };
                    break;
                case ChildQuery query:
                    children = true;
                    if (query.Row is RowExpression { Root: RowRoot.This })
                    {
                        fields.Add(query.Field);
                    }
                    paths |= query.Row is not RowExpression { Root: RowRoot.This or RowRoot.Variable };
                    break;
                case FunctionCall { Function: ExpressionFunction.Now or ExpressionFunction.Today }:
                    time = true;
                    break;
            }
            foreach (var part in ExpressionParts.Of(expression))
            {
                Visit(part);
            }
        }
    }
}
