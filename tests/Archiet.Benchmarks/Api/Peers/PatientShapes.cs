using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>What the idiomatic endpoints answer with and take.</summary>
internal static class PatientShapes
{
    /// <summary>Every row, as the front desk sees it.</summary>
    public static IQueryable<FrontDeskPatient> ForFrontDesk(this IQueryable<PatientRow> rows) => rows.AsNoTracking().Select(row => new FrontDeskPatient(
        row.Id, VersionOf(row.Version), row.Number, row.Name, row.DateOfBirth, row.Phone,
        row.Street == null ? null : new Address(row.Street, row.Postcode!, row.City!), row.Insurance, row.PhysicianId, row.RegisteredAt));

    /// <summary>The rows that a clinician answers for, as that clinician sees them.</summary>
    public static IQueryable<TreatedPatient> ForClinician(this IQueryable<PatientRow> rows, Guid? member) =>
        rows.AsNoTracking().Where(row => row.PhysicianId == member && member != null).Select(row => new TreatedPatient(
            row.Id, VersionOf(row.Version), row.Number, row.Name, row.DateOfBirth, row.Phone,
            row.Street == null ? null : new Address(row.Street, row.Postcode!, row.City!), row.Record, row.PhysicianId, row.RegisteredAt));

    /// <summary>A row that was just written.</summary>
    public static FrontDeskPatient Shape(PatientRow row) => new(
        row.Id, VersionOf(row.Version), row.Number, row.Name, row.DateOfBirth, row.Phone,
        row.Street is null ? null : new(row.Street, row.Postcode!, row.City!), row.Insurance, row.PhysicianId, row.RegisteredAt);

    private static string VersionOf(uint version) => version.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}

internal interface IPatient
{
    Guid Id { get; }

    string Version { get; }
}

internal sealed record FrontDeskPatient(
    Guid Id, string Version, string? Number, string Name, DateOnly DateOfBirth, string? Phone, Address? Address, string? Insurance, Guid? Physician, DateTime? RegisteredAt)
    : IPatient;

internal sealed record TreatedPatient(
    Guid Id, string Version, string? Number, string Name, DateOnly DateOfBirth, string? Phone, Address? Address, string? Record, Guid? Physician, DateTime? RegisteredAt)
    : IPatient;

internal sealed record Address(string Street, string Postcode, string City);

internal sealed record Page<T>(List<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Next);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewPatient(string? Number, string? Name, DateOnly DateOfBirth, string? Phone, NewAddress? Address, string? Insurance, Guid? Physician);

internal sealed record NewAddress(string? Street, string? Postcode, string? City);
