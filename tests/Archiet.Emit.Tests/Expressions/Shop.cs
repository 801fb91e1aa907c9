using Microsoft.EntityFrameworkCore;

namespace Archiet.Emit.Tests.Expressions;

// Hand-written classes in the shape of emitted ones, so that what is tested here is the lowering of expressions and nothing else.
public enum Status
{
    Requested,
    Confirmed,
    Cancelled,
}

public readonly record struct Sku(string Value)
{
    public static Sku Stored(string text) => new(text);
}

public sealed record Address
{
    public required string Street { get; set; }

    public string? City { get; set; }

    public int? Floor { get; set; }
}

public sealed class Store
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string Name { get; set; }

    public TimeOnly? OpensAt { get; set; }
}

public sealed class Clerk
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string Name { get; set; }

    public int? Level { get; set; }

    public Guid? SupervisorId { get; set; }

    public Clerk? Supervisor { get; set; }
}

public sealed class Customer
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string Name { get; set; }

    public Guid? ClerkId { get; set; }

    public Clerk? Clerk { get; set; }

    public Status Rank { get; set; }
}

public sealed class Order
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string Number { get; set; }

    public string? Note { get; set; }

    public Sku? Sku { get; set; }

    public Sku Code { get; set; }

    public bool Paid { get; set; }

    public bool? Express { get; set; }

    public int Count { get; set; }

    public int? Weeks { get; set; }

    public long? Weight { get; set; }

    public decimal Net { get; set; }

    public decimal? Tax { get; set; }

    public DateOnly? Due { get; set; }

    public DateOnly MadeOn { get; set; }

    public TimeOnly? Slot { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    public DateTimeOffset? ShippedAt { get; set; }

    public TimeSpan? Takes { get; set; }

    public Guid? Key { get; set; }

    public Status Status { get; set; }

    public Status? Wanted { get; set; }

    public required Address Home { get; set; }

    public Address? Other { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public Guid? TakenById { get; set; }

    public Clerk? TakenBy { get; set; }

    public List<OrderLine> Lines { get; } = [];
}

public sealed class OrderLine
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public Guid OrderId { get; set; }

    public int Quantity { get; set; }

    public decimal? Price { get; set; }

    public string? Text { get; set; }

    public Guid? PackerId { get; set; }

    public Clerk? Packer { get; set; }
}

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasReckon();
        var statuses = new[] { "requested", "CONF", "cancelled" };
        Row<Store>(modelBuilder, "stores");
        Row<Clerk>(modelBuilder, "clerks").HasOne(it => it.Supervisor).WithMany().HasForeignKey(it => new { it.TenantId, it.SupervisorId });
        var customers = Row<Customer>(modelBuilder, "customers");
        customers.HasOne(it => it.Clerk).WithMany().HasForeignKey(it => new { it.TenantId, it.ClerkId });
        customers.Property(it => it.Rank).HasConversion(value => statuses[(int)value], text => (Status)Array.IndexOf(statuses, text));
        var orders = Row<Order>(modelBuilder, "orders");
        orders.Property(it => it.Status).HasConversion(value => statuses[(int)value], text => (Status)Array.IndexOf(statuses, text));
        orders.Property(it => it.Wanted).HasConversion(value => statuses[(int)value!], text => (Status)Array.IndexOf(statuses, text));
        orders.Property(it => it.Sku).HasConversion(value => value!.Value.Value, text => Expressions.Sku.Stored(text));
        orders.Property(it => it.Code).HasConversion(value => value.Value, text => Expressions.Sku.Stored(text));
        orders.Property(it => it.Net).HasColumnType("numeric(12,2)");
        orders.Property(it => it.Tax).HasColumnType("numeric(12,4)");
        orders.ComplexProperty(it => it.Home, Parts);
        orders.ComplexProperty(it => it.Other, Parts);
        orders.HasOne(it => it.Customer).WithMany().HasForeignKey(it => new { it.TenantId, it.CustomerId });
        orders.HasOne(it => it.TakenBy).WithMany().HasForeignKey(it => new { it.TenantId, it.TakenById });
        orders.HasMany(it => it.Lines).WithOne().HasForeignKey(it => new { it.TenantId, it.OrderId });
        var lines = Row<OrderLine>(modelBuilder, "order_lines");
        lines.HasOne(it => it.Packer).WithMany().HasForeignKey(it => new { it.TenantId, it.PackerId });
        lines.Property(it => it.Price).HasColumnType("numeric(10,2)");
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(static entity => entity.GetProperties()))
        {
            property.SetColumnName(Archiet.Model.Naming.Snake(property.Name));
        }
    }

    private static void Parts<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.ComplexPropertyBuilder<T> value)
        where T : notnull
    {
        var prefix = Archiet.Model.Naming.Snake(value.Metadata.Name) + "_";
        foreach (var part in value.Metadata.ComplexType.GetProperties())
        {
            part.SetColumnName(prefix + Archiet.Model.Naming.Snake(part.Name));
        }
    }

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Row<T>(ModelBuilder model, string table)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.HasKey("TenantId", "Id");
        return entity;
    }
}
