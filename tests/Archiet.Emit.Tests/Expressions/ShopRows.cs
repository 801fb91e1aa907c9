namespace Archiet.Emit.Tests.Expressions;

/// <summary>Random rows with missing values and those at the edges; the same ones for the same seed.</summary>
internal sealed class ShopRows
{
    private static readonly string[] Texts = ["", "a", "Ab", "é", "%_", "\U0001F600", "it's", "\\", "a\nb", "aXb", "Ab Ab", "A.b", "ab\n", "\U0001F600\U0001F600"];
    private readonly Random random;

    public ShopRows(int seed)
    {
        random = new(seed);
        Tenant = Id();
        Store = new() { Id = Tenant, TenantId = Tenant, Name = "Ab", OpensAt = new(8, 30) };
        Clerks = [.. Enumerable.Range(0, 5).Select(_ => new Clerk { Id = Id(), TenantId = Tenant, Name = Text(), Level = Maybe(() => random.Next(-2, 4)) })];
        foreach (var clerk in Clerks.Skip(1))
        {
            clerk.SupervisorId = Maybe(() => Clerks[0].Id);
        }
        Customers = [.. Enumerable.Range(0, 6).Select(_ => new Customer { Id = Id(), TenantId = Tenant, Name = Text(), ClerkId = Maybe(Clerk), Rank = Choice() })];
        Orders = [.. Enumerable.Range(0, 40).Select(_ => Order())];
    }

    public Guid Tenant { get; }

    public Store Store { get; }

    public IReadOnlyList<Clerk> Clerks { get; }

    public IReadOnlyList<Customer> Customers { get; }

    public IReadOnlyList<Order> Orders { get; }

    private Order Order()
    {
        var order = new Order
        {
            Id = Id(),
            TenantId = Tenant,
            Number = Text(),
            Note = MaybeText(),
            Sku = Maybe(() => new Sku(Text())),
            Code = new(Text()),
            Paid = random.Next(2) == 0,
            Express = Maybe(() => random.Next(2) == 0),
            Count = Int(),
            Weeks = Maybe(Int),
            Weight = Maybe(() => Of(0L, 7, -1, long.MaxValue, long.MinValue, 99_999_999_999)),
            Net = Of(0m, 1m, 2.5m, -0.01m, 9_999_999_999.99m, -9_999_999_999.99m, 12m),
            Tax = Maybe(() => Of(0m, 0.0001m, -0.0001m, 2.5m, 99_999_999.9999m)),
            Due = Maybe(Date),
            MadeOn = Date(),
            Slot = Maybe(() => Of(new TimeOnly(0, 0), new(17, 30), new(23, 59, 59))),
            PlacedAt = Moment(),
            ShippedAt = Maybe(Moment),
            Takes = Maybe(() => Of(TimeSpan.Zero, TimeSpan.FromMinutes(30), -TimeSpan.FromHours(1), TimeSpan.FromDays(45), new TimeSpan(1, 2, 0, 0))),
            Key = Maybe(Id),
            Status = Choice(),
            Wanted = Maybe(Choice),
            Home = Address(),
            Other = random.Next(2) == 0 ? null : Address(),
            CustomerId = Customers[random.Next(Customers.Count)].Id,
            TakenById = Maybe(Clerk),
        };
        for (var i = random.Next(4); i > 0; i--)
        {
            order.Lines.Add(new()
            {
                Id = Id(), TenantId = Tenant, Quantity = random.Next(-1, 4), Price = Maybe(() => Of(0m, 2.5m, 99_999_999.99m)), Text = MaybeText(), PackerId = Maybe(Clerk),
            });
        }
        return order;
    }

    private Address Address() => new() { Street = Text(), City = MaybeText(), Floor = Maybe(() => random.Next(3)) };

    private int Int() => Of(0, 1, -1, 3, 7, int.MaxValue, int.MinValue, 12);

    private DateOnly Date() => Of(new DateOnly(2024, 2, 29), new(2026, 1, 31), new(1, 1, 20), new(9000, 12, 31), DateOnly.FromDateTime(DateTime.UtcNow));

    private DateTimeOffset Moment() => Of(
        new DateTimeOffset(2026, 1, 31, 17, 30, 0, TimeSpan.Zero), new(1999, 12, 31, 23, 59, 59, TimeSpan.Zero), new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 29, 0, 59, 59, TimeSpan.Zero).AddMicroseconds(1));

    private Status Choice() => (Status)random.Next(3);

    private Guid Clerk() => Clerks[random.Next(Clerks.Count)].Id;

    private string Text() => Texts[random.Next(Texts.Length)];

    private string? MaybeText() => random.Next(3) == 0 ? null : Text();

    private T? Maybe<T>(Func<T> value)
        where T : struct => random.Next(3) == 0 ? null : value();

    private T Of<T>(params T[] values) => values[random.Next(values.Length)];

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
