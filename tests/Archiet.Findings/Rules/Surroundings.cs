using Archiet.Analyzers.Tests.Tenancy;
using Archiet.Testing;

namespace Archiet.Precision.Rules;

/// <summary>What is around the code of a case: types, and what a method is handed.</summary>
/// <param name="Shared">A file with what all cases share.</param>
/// <param name="Parameters">What the method of statements takes: types and names.</param>
internal sealed record Surroundings(string Shared, IReadOnlyList<(string Type, string Name)> Parameters)
{
    /// <summary>An app with a context whose rows belong to tenants, and one whose rows belong to nobody.</summary>
    public static Surroundings OfTenancy { get; } = new(
        ImplicitUsings.Web
        + """
            global using Microsoft.AspNetCore.SignalR;
            global using Microsoft.Extensions.Caching.Distributed;
            global using Microsoft.Extensions.Caching.Memory;

            """
        + Contexts.Source
        + """

            public class Loose { public Guid Id { get; set; } }

            public class Own { public int IgnoreQueryFilters() => 1; }
            """,
        [
            ("ClinicContext", "clinic"), ("BlogContext", "blog"), ("IQueryable<Patient>", "query"), ("string", "name"), ("Patient", "patient"), ("IServiceCollection", "services"),
            ("IServiceProvider", "provider"), ("IMemoryCache", "memory"), ("IDistributedCache", "distributed"), ("IHubContext<Hub>", "hub"), ("HttpContext", "http"),
            ("ITenantContextFactory<ClinicContext>", "contexts"), ("List<Guid>", "tenants"),
        ]);

    /// <summary>A web app, and somebody whose data are personal.</summary>
    public static Surroundings OfWeb { get; } = new(
        ImplicitUsings.Web
        + """
            global using Archiet;
            global using Microsoft.AspNetCore.Authorization;
            global using Microsoft.AspNetCore.Mvc;

            public class Order { public int Id { get; set; } }

            public class Person
            {
                public Guid Id { get; set; }

                [Personal] public string Email { get; set; } = "";

                [Phi] public string? Diagnosis { get; set; }

                public string Town { get; set; } = "";
            }
            """,
        [("WebApplication", "app"), ("WebApplicationBuilder", "builder"), ("HttpContext", "http"), ("ILogger", "logger"), ("string", "name"), ("Person", "person")]);

    /// <summary>The parameters as they are declared.</summary>
    public string Declared => string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));

    /// <summary>The file of a case.</summary>
    public string Of(RuleCase item) => item.Kind switch
    {
        RuleCaseKind.Statements => Method(item.Code),
        RuleCaseKind.Member => $"public class Code\n{{\n    {item.Code}\n}}\n",
        RuleCaseKind.Model =>
            $"abstract class MyContext(DbContextOptions options) : ClinicContext(options)\n{{\n    protected void Extend(ModelBuilder model)\n    {{\n        {item.Code}\n    }}\n}}\n",
        _ => item.Code,
    };

    /// <summary>A file with statements in a method.</summary>
    public string Method(string statements) => $$"""
        public class Code
        {
            public async Task Run({{Declared}})
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
