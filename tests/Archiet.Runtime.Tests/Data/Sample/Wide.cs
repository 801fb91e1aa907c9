using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>More fields than one mask holds.</summary>
public sealed class Wide : IMapped<Wide>
{
    public const int Width = 70;

    private static readonly int?[] Nothing = new int?[Width];
    private static readonly string[] Names = [.. Enumerable.Range(0, Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"f{at}"))];

    private readonly int?[] values = [.. Nothing];

    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    static EntityTable IEntity<Wide>.Table { get; } = new("Wide", "wides", "/wides", 3)
    {
        Fields = [.. Names.Select(name => new Field(name, name, name, FieldKind.Int, "integer"))],
        Insert = $"INSERT INTO wides (tenant_id, id, {string.Join(", ", Names)}) VALUES ($1, $3, {Placeholders(4)})",
        Update = $"UPDATE wides SET {Sets()}",
    };

    static Wide IEntity<Wide>.Blank(Guid id) => new() { Id = id };

    static void IFields<Wide>.Read(int field, ref FieldReader json, Wide it) => it.values[field] = json.IntOrNull();

    static void IEntity<Wide>.Write(RowWriter row) => Array.ForEach(Names, name => row.Int(Encoding.UTF8.GetBytes(name)));

    static void IEntity<Wide>.Bind(Wide it, Parameters values) => Array.ForEach(it.values, value => values.Int(value));

    static void IEntity<Wide>.Validate(Wide it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Wide>.Map(EntityTypeBuilder<Wide> entity)
    {
    }

    private static string Placeholders(int first) => string.Join(", ", Enumerable.Range(first, Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}")));

    private static string Sets() => string.Join(", ", Names.Select((name, at) => at < FieldSet.HalfSize
        ? string.Create(CultureInfo.InvariantCulture, $"{name} = CASE WHEN $5 & {1UL << at} <> 0 THEN ${7 + at} ELSE {name} END")
        : string.Create(CultureInfo.InvariantCulture, $"{name} = CASE WHEN $6 & {1UL << (at - FieldSet.HalfSize)} <> 0 THEN ${7 + at} ELSE {name} END")));
}
