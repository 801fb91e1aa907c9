using Archiet.Conformance;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Conformance;

public sealed class ApiDocumentTests
{
    [Test]
    public void A_resource_is_what_shares_a_path_and_is_called_as_its_row() => Assert.Multiple(() =>
    {
        var cars = Garage.Cars;
        Assert.That(cars.Name, Is.EqualTo("Car"));
        Assert.That(cars.Path, Is.EqualTo("/api/cars"));
        Assert.That(cars.List, Is.Not.Null);
        Assert.That(cars.Update, Is.Null);
        Assert.That(cars.Delete!.At("1"), Is.EqualTo("/api/cars/1"));
    });

    [Test]
    public void An_operation_states_its_roles_and_its_responses() => Assert.Multiple(() =>
    {
        Assert.That(Garage.Cars.Create!.Roles, Is.EqualTo(new[] { "owner" }));
        Assert.That(Garage.Document.Operation(HttpMethod.Post, "/auth/login").Roles, Is.Null);
        Assert.That(Garage.Cars.Create.Response(422)!.Schema("application/problem+json")!.Name, Is.EqualTo("Problem"));
        Assert.That(Garage.Cars.Create.Response(500), Is.Null);
        Assert.That(Garage.Cars.Delete!.Response(204)!.HasBody, Is.False);
    });

    [Test]
    public void References_say_which_entity_they_lead_to() =>
        Assert.That(Garage.Cars.References, Is.EqualTo(new[] { ("mechanic", "Mechanic", true) }));

    [Test]
    public void An_operation_that_is_not_there_is_named() =>
        Assert.That(() => Garage.Document.Operation(HttpMethod.Put, "/api/cars"), Throws.TypeOf<ConformanceException>().With.Message.Contains("PUT /api/cars"));

    [Test]
    public void A_reference_that_leads_nowhere_is_known() => Assert.Multiple(() =>
    {
        Assert.That(Garage.Document.References, Has.All.Matches<string>(Garage.Document.Has));
        Assert.That(Garage.Document.Has("#/components/schemas/Bicycle"), Is.False);
        Assert.That(Garage.Document.Has("elsewhere.json#/Car"), Is.False);
    });

    [Test]
    public void The_example_of_a_property_is_found() =>
        Assert.That(Garage.Cars.Create!.RequestSchema!.Property("plate")!.Samples.Select(sample => sample.GetString()), Is.EqualTo(new[] { "AB-0000" }));
}
