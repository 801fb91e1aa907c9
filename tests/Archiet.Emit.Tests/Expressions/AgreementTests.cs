using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Archiet.Genome;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Emit.Tests.Expressions;

/// <summary>When and for whom an expression is asked.</summary>
public sealed record Asked(DateTimeOffset Now, DateOnly Today, Guid? User, Guid Tenant);

/// <summary>An expression compiled both ways: over instances, and for Entity Framework to translate.</summary>
public sealed record CompiledExpression(
    Func<Order, Asked, bool> IsTrue, Func<Order, Asked, bool> IsFalse,
    Func<ShopContext, Asked, System.Linq.Expressions.Expression<Func<Order, bool>>> WhereTrue,
    Func<ShopContext, Asked, System.Linq.Expressions.Expression<Func<Order, bool>>> WhereFalse);

/// <summary>
/// All lowerings of an expression agree on every row: as SQL in a SELECT and in a WHERE, as C# over the instance, and as a query of Entity Framework, each asked
/// whether it is true and whether it is false.
/// </summary>
public sealed class AgreementTests
{
    private const int Count = 320;

    [Test]
    public void Every_lowering_of_an_expression_gives_the_same_answer_for_every_row()
    {
        var genome = new ShopGenome();
        var expressions = Expressions(genome);
        var compiled = Compile(expressions, genome);
        var rows = new ShopRows(11);
        var connectionString = Postgres.CreateDatabase(new RoleNames("Shop"));
        Save(connectionString, rows);

        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var context = Context(builder => builder.UseNpgsql(connection));
        context.Database.UseTransaction(transaction);
        var orders = context.Orders.Include(it => it.Lines).ThenInclude(it => it.Packer).Include(it => it.Customer!.Clerk!.Supervisor).Include(it => it.TakenBy!.Supervisor)
            .AsNoTrackingWithIdentityResolution().ToList();
        var now = (DateTimeOffset)(DateTime)Scalar(connection, "SELECT now()");
        var failures = new List<string>();
        var pairs = 0;
        var decided = 0;
        for (var i = 0; i < expressions.Count; i++)
        {
            var asked = new Asked(now, DateOnly.FromDateTime(now.UtcDateTime), i % 4 == 0 ? null : rows.Clerks[i % rows.Clerks.Count].Id, rows.Tenant);
            var agreement = new Agreement(expressions[i], genome.Outline, connection, context, asked);
            failures.AddRange(agreement.Check(orders, compiled[i]));
            pairs += orders.Count;
            decided += agreement.Decided;
        }

        Assert.That(failures.Count, Is.Zero, string.Join("\n\n", failures.OrderBy(static failure => failure.Length).Take(8)));
        Assert.That(pairs, Is.GreaterThan(10_000));
        Assert.That(decided, Is.InRange(pairs / 3, pairs * 9 / 10), "Many answers are true or false, and many are unknown.");
    }

    private static List<Expression> Expressions(ShopGenome genome)
    {
        var generator = new ExpressionGenerator(7);
        var found = new Dictionary<string, Expression>(StringComparer.Ordinal);
        while (found.Count < Count)
        {
            var text = generator.Condition(found.Count % 4);
            var result = ExpressionChecker.Check(text, new(ExpressionPurpose.RowCondition, "Order"), genome);

            // The generator does not count digits, and divides by what it likes.
            Assert.That(result.Faults.All(static fault => fault.Descriptor.Id is "ARC0216" or "ARC0224"), text + "\n" + string.Join('\n', result.Faults.Select(static fault => fault.Message)));
            if (result.Expression is { } expression)
            {
                found[expression.ToString()] = expression;
                var again = ExpressionChecker.Check(expression.ToString(), new(ExpressionPurpose.RowCondition, "Order"), genome);
                Assert.That(again.Expression, Is.EqualTo(expression), expression.ToString());
            }
        }
        return [.. found.Values];
    }

    private static void Save(string connectionString, ShopRows rows)
    {
        using var context = Context(builder => builder.UseNpgsql(connectionString));
        context.Database.EnsureCreated();
        context.Add(rows.Store);
        context.AddRange(rows.Clerks);
        context.AddRange(rows.Customers);
        context.AddRange(rows.Orders);
        context.SaveChanges();
    }

    private static ShopContext Context(Action<DbContextOptionsBuilder<ShopContext>> use)
    {
        var builder = new DbContextOptionsBuilder<ShopContext>();
        use(builder);
        return new(builder.Options);
    }

    private static object Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar()!;
    }

    private static CompiledExpression[] Compile(List<Expression> expressions, ShopGenome genome)
    {
        var types = new TypeNames("Shop.Model", [], []);
        var instance = new CSharpScope(types, Now: "asked.Now", Today: "asked.Today", User: "asked.User", Tenant: "asked.Tenant");
        var query = new CSharpScope(types, Now: "now", Today: "today", User: "user", Tenant: "tenant", Context: "context");
        var source = new StringBuilder("""
            #nullable enable
            using System;
            using System.Linq;
            using Archiet;
            using Archiet.Emit.Tests.Expressions;
            using Query = System.Linq.Expressions.Expression<System.Func<Archiet.Emit.Tests.Expressions.Order, bool>>;

            """);
        for (var i = 0; i < expressions.Count; i++)
        {
            var named = NamedExpression.Of(expressions[i], genome.Outline);
            var (isTrue, isFalse) = CSharpExpression.IsOverInstance(expressions[i])
                ? (CSharpExpression.IsTrue(named, instance), CSharpExpression.IsFalse(named, instance))
                : ("throw new NotSupportedException()", "throw new NotSupportedException()");
            source.Append(CultureInfo.InvariantCulture, $$"""
                public static class E{{i}}
                {
                    // {{expressions[i].ToString().ReplaceLineEndings(" ")}}
                    public static CompiledExpression It { get; } = new(
                        (it, asked) => {{isTrue}},
                        (it, asked) => {{isFalse}},
                        (context, asked) => { var (now, today, user, tenant) = asked; return it => {{CSharpExpression.IsTrue(named, query)}}; },
                        (context, asked) => { var (now, today, user, tenant) = asked; return it => {{CSharpExpression.IsFalse(named, query)}}; });
                }

                """);
        }
        var assembly = Load(source.ToString());
        return [.. Enumerable.Range(0, expressions.Count).Select(i => (CompiledExpression)assembly
            .GetType("E" + i.ToString(CultureInfo.InvariantCulture), throwOnError: true)!.GetProperty("It")!.GetValue(null)!)];
    }

    private static Assembly Load(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Expressions" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            References.WebApp.Append(MetadataReference.CreateFromFile(typeof(AgreementTests).Assembly.Location)),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var lines = source.Split('\n');
        var wrong = result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n{lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}").ToList();
        Assert.That(wrong, Is.Empty, string.Join("\n\n", wrong.Take(12)));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
