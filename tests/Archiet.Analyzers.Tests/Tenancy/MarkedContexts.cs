using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tests.Tenancy;

/// <summary>Contexts that are not Archiet's: entities marked by interface, by attribute, and by names that only the configuration knows.</summary>
internal static class MarkedContexts
{
    /// <summary>The entities.</summary>
    public const string Entities = """
        global using Archiet;
        global using Microsoft.EntityFrameworkCore;
        global using App;

        namespace App;

        public interface IHasCompany { int CompanyId { get; } }

        public class MultiTenantAttribute : Attribute;

        public class Invoice : ITenantOwned { public int Id { get; set; } public Guid TenantId { get; set; } public string Text { get; set; } = ""; }

        [TenantOwned("Owner")]
        public class Ledger { public int Id { get; set; } public string Owner { get; set; } = ""; }

        public class Cash : Ledger { }

        public class Order : IHasCompany { public int Id { get; set; } public int CompanyId { get; set; } }

        [MultiTenant]
        public class Parcel { public int Id { get; set; } public string TenantId { get; set; } = ""; }

        public class Country { public int Id { get; set; } }
        """;

    private const string Source = """
        namespace App;

        public class InvoicesContext : DbContext
        {
            public Guid Tenant { get; set; }
            public DbSet<Invoice> Invoices { get; set; } = null!;
            public DbSet<Country> Countries { get; set; } = null!;
        }

        public class LedgerContext : DbContext
        {
            public DbSet<Cash> Ledgers { get; set; } = null!;
        }

        public class OrdersContext : DbContext
        {
            public DbSet<Order> Orders { get; set; } = null!;
        }

        public class ParcelsContext : DbContext
        {
            public DbSet<Parcel> Parcels { get; set; } = null!;
        }

        public class CountriesContext : DbContext
        {
            public DbSet<Country> Countries { get; set; } = null!;
        }
        """;

    /// <summary>A test of code that stands by itself.</summary>
    public static AnalyzerTest Test(DiagnosticAnalyzer analyzer, string id, string markup) =>
        new AnalyzerTest(analyzer).WithDefaultId(id).WithSource(Entities, "Entities.cs").WithSource(Source, "Contexts.cs").WithSource(markup);

    /// <summary>A test of statements in a method that has all contexts at hand.</summary>
    public static AnalyzerTest TestBody(DiagnosticAnalyzer analyzer, string id, string markup) => Test(analyzer, id, $$"""
        class Code(InvoicesContext invoices, LedgerContext ledger, OrdersContext orders, ParcelsContext parcels, CountriesContext countries)
        {
            public async Task Run(DbContext any, string name)
            {
                await Task.Yield();
                {{markup}}
            }

            public object All => (invoices, ledger, orders, parcels, countries);
        }
        """);
}
