using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>Makes and changes rows of the Clinic, each by whoever may, with every value spelled out by the test.</summary>
internal sealed class ClinicDesk(World world)
{
    private static int serial;

    /// <summary>A text that no other row has.</summary>
    public static string Unique(string start) => $"{start} {Interlocked.Increment(ref serial)}";

    /// <summary>The body of a patient's row.</summary>
    public static JsonObject Patient(JsonObject? address = null) =>
        new() { ["name"] = Unique("Patient"), ["dateOfBirth"] = "1980-02-29", ["address"] = address };

    public Task<Exchange> TryCreateAsync(string entity, JsonObject body)
    {
        var resource = Find(entity);
        return world.Here.WhoMay(resource.Create)!.Client.CreateAsync(resource, body);
    }

    public async Task<Exchange> CreateAsync(string entity, JsonObject body)
    {
        var made = await TryCreateAsync(entity, body);
        return made.StatusCode == 201 ? made : throw new InvalidOperationException($"{made}: {body.ToJsonString()}");
    }

    public Task<Exchange> ReadAsync(string entity, string id)
    {
        var resource = Find(entity);
        return world.Here.WhoMay(resource.Read)!.Client.GetAsync(resource.Read!, resource.Read!.At(id));
    }

    public Task<Exchange> UpdateAsync(string entity, Exchange row, JsonObject change)
    {
        var resource = Find(entity);
        return world.Here.WhoMay(resource.Update)!.Client.UpdateAsync(resource, row.Id, row.ETag, change);
    }

    public Task<Exchange> DeleteAsync(string entity, Exchange row)
    {
        var resource = Find(entity);
        return world.Here.WhoMay(resource.Delete)!.Client.DeleteAsync(resource, row.Id, row.ETag);
    }

    public Task<Exchange> CreatePatientAsync() => CreateAsync("Patient", Patient());

    public Task<Exchange> CreateClinicianAsync() =>
        CreateAsync("Clinician", new JsonObject { ["name"] = Unique("Clinician"), ["email"] = $"{Guid.NewGuid():N}@clinic.example" });

    public Task<Exchange> CreateAppointmentAsync(Exchange patient, Exchange with, JsonObject? more = null)
    {
        var body = new JsonObject { ["patient"] = patient.Id, ["with"] = with.Id, ["startsAt"] = "2031-05-06T07:08:09Z" };
        foreach (var (name, value) in more ?? [])
        {
            body[name] = value?.DeepClone();
        }
        return CreateAsync("Appointment", body);
    }

    private ApiResource Find(string entity) => world.Resources.Single(resource => resource.Name == entity);
}
