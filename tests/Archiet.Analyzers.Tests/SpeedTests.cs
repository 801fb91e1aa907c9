using System.Globalization;
using System.Text;
using Archiet.Analyzers.Secrets;
using Archiet.Analyzers.Tenancy;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests;

/// <summary>What our rules cost a build, on code that is all queries and texts. Explicit, because a time measured on a busy machine proves nothing.</summary>
[Explicit("a measurement: dotnet test --filter FullyQualifiedName~SpeedTests")]
public sealed class SpeedTests
{
    private const int Rounds = 7;
    private const int BudgetOfOne = 300;
    private const int BudgetOfAll = 1_000;

    [Test]
    public void A_hundred_thousand_lines()
    {
        var source = Source(1_250);
        var lines = source.AsSpan().Count('\n');
        var compilation = CSharpCompilation.Create(
            "App", [CSharpSyntaxTree.ParseText(source)], References.WebApp, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);

        DiagnosticAnalyzer[] analyzers =
            [new Arc1001TenantFilterOff(), new Arc1002RawSql(), new Arc1009CrossTenantReason(), new Arc2001ProviderToken(), new Arc2002ConnectionPassword(),
            new Arc2003KeyMaterial(), new Arc2004NamedSecret(), new Arc2005CredentialCall()];
        var best = analyzers.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var run = compilation.Clone().WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            Assert.That(run.GetAnalyzerDiagnosticsAsync().Result, Is.Empty);
            for (var i = 0; i < analyzers.Length; i++)
            {
                var took = run.GetAnalyzerTelemetryInfoAsync(analyzers[i], default).Result.ExecutionTime.TotalMilliseconds * 100_000 / lines;
                best[i] = Math.Min(best[i], took);
            }
        }
        for (var i = 0; i < analyzers.Length; i++)
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{analyzers[i].GetType().Name} {best[i]:F0} ms per 100,000 lines"));
        }
        Assert.That(best, Has.All.LessThan(BudgetOfOne));
        Assert.That(best.Sum(), Is.LessThan(BudgetOfAll));
    }

    [Test]
    public void A_literal_of_a_megabyte([Values("sk-proj- ghp_ glpat- oy2 AKIA xoxb- SG. ", "a=b;Password=x{0};", "-----BEGIN PRIVATE KEY----- ", "eyJ.eyJ.", "https://a:{0}@b ", "p7Qw2Lx9Vt4Zr8Nk")] string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        SecretTexts.FindIn(text);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SecretTexts.FindIn(text);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{piece}: {watch.ElapsedMilliseconds} ms"));
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(50));
    }

    private static string Source(int services)
    {
        var source = new StringBuilder("""
            using System; using System.Linq; using System.Threading; using System.Threading.Tasks; using Archiet; using Microsoft.EntityFrameworkCore;
            public class Row { public Guid Id { get; set; } public string Name { get; set; } = ""; public int Age { get; set; } }
            public abstract class Rows(DbContextOptions options) : EntityContext(options) { public DbSet<Row> All => Set<Row>(); }

            """);
        for (var i = 0; i < services; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""
                public class Service{{i}}(Rows db)
                {
                    [Obsolete("Use the method of the same name in the service with the next number, please.")]
                    public async Task<string> Describe(string name, int age, CancellationToken token)
                    {
                        var found = await db.All.Where(it => it.Name == name && it.Age > age + {{i}}).OrderBy(it => it.Name).Select(it => new { it.Id, it.Name }).ToListAsync(token);
                        Console.WriteLine($"Found {found.Count} rows of {name} in service {{i}}; the limit was={age}");
                        if (found.Count == 0)
                        {
                            throw new InvalidOperationException("Nothing was found for this name, please try with another one: " + name);
                        }
                        return "The first of them is " + found[0].Name + ", with id " + found[0].Id + " and link https://host/service/{{i}}?id=" + found[0].Id;
                    }

                    public async Task<int> Count(string name = "a name that stands for all the names there are", CancellationToken token = default)
                    {
                        var texts = new[] { "one text of some length", "another text of some length", "and a third, skipped as well" };
                        return await db.All.CountAsync(it => it.Name == texts[0] || it.Name == name, token) + texts.Length;
                    }
                }

                """);
        }
        return source.ToString();
    }
}
