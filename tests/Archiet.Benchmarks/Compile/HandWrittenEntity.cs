namespace Archiet.Benchmarks;

/// <summary>One entity of <see cref="HandWrittenApp"/>.</summary>
internal static class HandWrittenEntity
{
    /// <summary>The tenant and the member: the two entities that every app has.</summary>
    public const string Company = """
        namespace Reference;

        public enum Stage { Draft, Open, Held, Closed }

        public sealed class Company
        {
            public Guid Id { get; set; }
            public required string Name { get; set; }
        }

        public sealed class Employee
        {
            public Guid Id { get; set; }
            public Guid TenantId { get; set; }
            public required string Name { get; set; }
        }

        public sealed record Page<T>(IReadOnlyList<T> Items, Guid? Next);

        """;

    /// <summary>The file of an entity whose parent is another.</summary>
    public static string Text(string name, string parent) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        namespace Reference;

        /// <summary>A record, as the company keeps it, with who is responsible for it and when it was last looked at.</summary>
        public sealed class {{name}}
        {
            public Guid Id { get; set; }
            public Guid TenantId { get; set; }
            public required string Name { get; set; }
            public required string Code { get; set; }
            public string? Note { get; set; }
            public Stage Stage { get; set; }
            public bool Active { get; set; }
            public int? Quantity { get; set; }
            public decimal? Amount { get; set; }
            public DateOnly StartsOn { get; set; }
            public DateOnly? EndsOn { get; set; }
            public string? Contact { get; set; }
            public string? Page { get; set; }
            public Guid? ParentId { get; set; }
            public {{parent}}? Parent { get; set; }
            public Guid? CreatedById { get; set; }
            public Employee? CreatedBy { get; set; }
            public DateTimeOffset UpdatedAt { get; set; }
            public uint Version { get; set; }
        }

        public sealed class {{name}}Configuration : IEntityTypeConfiguration<{{name}}>
        {
            public void Configure(EntityTypeBuilder<{{name}}> builder)
            {
                builder.ToTable("{{name}}s", table =>
                {
                    table.HasCheckConstraint("ck_{{name}}_quantity", "quantity BETWEEN 0 AND 1000000");
                    table.HasCheckConstraint("ck_{{name}}_amount", "amount >= 0");
                });
                builder.HasKey(row => new { row.TenantId, row.Id });
                builder.Property(row => row.Name).HasMaxLength(200).IsRequired();
                builder.Property(row => row.Code).HasMaxLength(20).IsRequired();
                builder.Property(row => row.Note);
                builder.Property(row => row.Stage).HasConversion<string>().HasMaxLength(20).HasDefaultValue(Stage.Draft);
                builder.Property(row => row.Active).HasDefaultValue(true);
                builder.Property(row => row.Quantity).HasDefaultValue(0);
                builder.Property(row => row.Amount).HasPrecision(12, 2);
                builder.Property(row => row.StartsOn).HasColumnType("date");
                builder.Property(row => row.EndsOn).HasColumnType("date");
                builder.Property(row => row.Contact).HasMaxLength(254);
                builder.Property(row => row.Page).HasMaxLength(2048);
                builder.Property(row => row.UpdatedAt).HasDefaultValueSql("now()");
                builder.Property(row => row.Version).IsRowVersion();
                builder.HasOne(row => row.Parent).WithMany().HasForeignKey(row => new { row.TenantId, row.ParentId }).HasPrincipalKey(row => new { row.TenantId, row.Id }).OnDelete(DeleteBehavior.ClientSetNull);
                builder.HasOne(row => row.CreatedBy).WithMany().HasForeignKey(row => new { row.TenantId, row.CreatedById }).HasPrincipalKey(row => new { row.TenantId, row.Id }).OnDelete(DeleteBehavior.ClientSetNull);
                builder.HasIndex(row => new { row.TenantId, row.Code, row.StartsOn }).IsUnique();
                builder.HasIndex(row => new { row.TenantId, row.Stage, row.StartsOn });
            }
        }

        public sealed record {{name}}Response(
            Guid Id, string Version, string Name, string Code, string? Note, Stage Stage, bool Active, int? Quantity, decimal? Amount, DateOnly StartsOn, DateOnly? EndsOn,
            string? Contact, string? Page, Guid? Parent, Guid? CreatedBy, DateTimeOffset UpdatedAt);

        public sealed record Create{{name}}
        {
            [Required, StringLength(200, MinimumLength = 1)] public required string Name { get; init; }
            [Required, RegularExpression("^[A-Z0-9-]{3,20}$")] public required string Code { get; init; }
            public string? Note { get; init; }
            public Stage Stage { get; init; } = Stage.Draft;
            public bool Active { get; init; } = true;
            [Range(0, 1000000)] public int? Quantity { get; init; } = 0;
            [Range(typeof(decimal), "0", "9999999999.99")] public decimal? Amount { get; init; }
            public required DateOnly StartsOn { get; init; }
            public DateOnly? EndsOn { get; init; }
            [EmailAddress, StringLength(254)] public string? Contact { get; init; }
            [Url, StringLength(2048)] public string? Page { get; init; }
            public Guid? Parent { get; init; }
        }

        public sealed record Update{{name}}
        {
            [StringLength(200, MinimumLength = 1)] public string? Name { get; init; }
            [RegularExpression("^[A-Z0-9-]{3,20}$")] public string? Code { get; init; }
            public string? Note { get; init; }
            public Stage? Stage { get; init; }
            public bool? Active { get; init; }
            [Range(0, 1000000)] public int? Quantity { get; init; }
            [Range(typeof(decimal), "0", "9999999999.99")] public decimal? Amount { get; init; }
            public DateOnly? StartsOn { get; init; }
            public DateOnly? EndsOn { get; init; }
            [EmailAddress, StringLength(254)] public string? Contact { get; init; }
            [Url, StringLength(2048)] public string? Page { get; init; }
            public Guid? Parent { get; init; }
        }

        public static class {{name}}Endpoints
        {
            public static void Map{{name}}(this IEndpointRouteBuilder app)
            {
                var group = app.MapGroup("/api/{{name}}s").RequireAuthorization();
                group.MapGet("/", async (AppDbContext db, Guid? after, int? limit, CancellationToken cancel) =>
                {
                    var take = Math.Clamp(limit ?? 50, 1, 200);
                    var rows = await db.{{name}}s.AsNoTracking()
                        .Where(row => after == null || row.Id < after)
                        .OrderByDescending(row => row.Id)
                        .Take(take + 1)
                        .Select(row => new {{name}}Response(row.Id, row.Version.ToString(), row.Name, row.Code, row.Note, row.Stage, row.Active, row.Quantity, row.Amount, row.StartsOn, row.EndsOn, row.Contact, row.Page, row.ParentId, row.CreatedById, row.UpdatedAt))
                        .ToListAsync(cancel);
                    return Results.Ok(new Page<{{name}}Response>(rows.Take(take).ToList(), rows.Count > take ? rows[take - 1].Id : null));
                });
                group.MapGet("/{id:guid}", async (AppDbContext db, Guid id, CancellationToken cancel) =>
                {
                    var found = await db.{{name}}s.AsNoTracking()
                        .Where(row => row.Id == id)
                        .Select(row => new {{name}}Response(row.Id, row.Version.ToString(), row.Name, row.Code, row.Note, row.Stage, row.Active, row.Quantity, row.Amount, row.StartsOn, row.EndsOn, row.Contact, row.Page, row.ParentId, row.CreatedById, row.UpdatedAt))
                        .SingleOrDefaultAsync(cancel);
                    return found is null ? Results.NotFound() : Results.Ok(found);
                });
                group.MapPost("/", async (AppDbContext db, TenantAccessor tenant, Create{{name}} body, CancellationToken cancel) =>
                {
                    var problems = new List<ValidationResult>();
                    if (!Validator.TryValidateObject(body, new ValidationContext(body), problems, true))
                    {
                        return Results.ValidationProblem(problems.ToDictionary(problem => problem.MemberNames.First(), problem => new[] { problem.ErrorMessage ?? "" }));
                    }
                    var row = new {{name}}
                    {
                        Id = Guid.CreateVersion7(), TenantId = tenant.Tenant, Name = body.Name, Code = body.Code, Note = body.Note, Stage = body.Stage, Active = body.Active,
                        Quantity = body.Quantity, Amount = body.Amount, StartsOn = body.StartsOn, EndsOn = body.EndsOn, Contact = body.Contact, Page = body.Page,
                        ParentId = body.Parent, CreatedById = tenant.Member, UpdatedAt = DateTimeOffset.UtcNow,
                    };
                    db.Add(row);
                    await db.SaveChangesAsync(cancel);
                    return Results.Created($"/api/{{name}}s/{row.Id}", ToResponse(row));
                });
                group.MapPatch("/{id:guid}", async (AppDbContext db, Guid id, Update{{name}} body, HttpRequest request, CancellationToken cancel) =>
                {
                    var problems = new List<ValidationResult>();
                    if (!Validator.TryValidateObject(body, new ValidationContext(body), problems, true))
                    {
                        return Results.ValidationProblem(problems.ToDictionary(problem => problem.MemberNames.First(), problem => new[] { problem.ErrorMessage ?? "" }));
                    }
                    var row = await db.{{name}}s.SingleOrDefaultAsync(candidate => candidate.Id == id, cancel);
                    if (row is null)
                    {
                        return Results.NotFound();
                    }
                    if (request.Headers.IfMatch.ToString() != $"\"{row.Version}\"")
                    {
                        return Results.StatusCode(412);
                    }
                    row.Name = body.Name ?? row.Name;
                    row.Code = body.Code ?? row.Code;
                    row.Note = body.Note ?? row.Note;
                    row.Stage = body.Stage ?? row.Stage;
                    row.Active = body.Active ?? row.Active;
                    row.Quantity = body.Quantity ?? row.Quantity;
                    row.Amount = body.Amount ?? row.Amount;
                    row.StartsOn = body.StartsOn ?? row.StartsOn;
                    row.EndsOn = body.EndsOn ?? row.EndsOn;
                    row.Contact = body.Contact ?? row.Contact;
                    row.Page = body.Page ?? row.Page;
                    row.ParentId = body.Parent ?? row.ParentId;
                    row.UpdatedAt = DateTimeOffset.UtcNow;
                    await db.SaveChangesAsync(cancel);
                    return Results.Ok(ToResponse(row));
                });
                group.MapDelete("/{id:guid}", async (AppDbContext db, Guid id, HttpRequest request, CancellationToken cancel) =>
                {
                    var row = await db.{{name}}s.SingleOrDefaultAsync(candidate => candidate.Id == id, cancel);
                    if (row is null)
                    {
                        return Results.NotFound();
                    }
                    if (request.Headers.IfMatch.ToString() != $"\"{row.Version}\"")
                    {
                        return Results.StatusCode(412);
                    }
                    db.Remove(row);
                    await db.SaveChangesAsync(cancel);
                    return Results.NoContent();
                });
            }

            private static {{name}}Response ToResponse({{name}} row) => new(
                row.Id, row.Version.ToString(), row.Name, row.Code, row.Note, row.Stage, row.Active, row.Quantity, row.Amount, row.StartsOn, row.EndsOn, row.Contact,
                row.Page, row.ParentId, row.CreatedById, row.UpdatedAt);
        }

        """;
}
