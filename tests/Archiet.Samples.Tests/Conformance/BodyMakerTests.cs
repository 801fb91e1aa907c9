using Archiet.Conformance;
using Archiet.Conformance.Bodies;
using Archiet.Conformance.OpenApi;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Conformance;

public sealed class BodyMakerTests
{
    private const string Mechanic = "01936f5e-9a5b-7a6e-8b1c-0242ac120002";

    private static ApiSchema Schema => Garage.Cars.Create!.RequestSchema!;

    [Test]
    public void Bodies_fit_their_schema()
    {
        var maker = new BodyMaker();
        for (var round = 0; round < 30; round++)
        {
            foreach (var body in new[] { maker.Least(Schema, _ => Mechanic), maker.Full(Schema, _ => Mechanic) })
            {
                Assert.That(SchemaValidator.Check(Schema, Garage.Json(body.ToJsonString())), Is.Empty);
            }
        }
    }

    [Test]
    public void The_least_body_has_what_is_required_and_the_full_one_everything() => Assert.Multiple(() =>
    {
        Assert.That(new BodyMaker().Least(Schema, _ => Mechanic).Select(member => member.Key), Is.EqualTo(new[] { "plate", "fuel", "mechanic" }));
        Assert.That(new BodyMaker().Full(Schema, _ => Mechanic).Select(member => member.Key), Is.EqualTo(Schema.Properties.Select(property => property.Name)));
    });

    [Test]
    public void No_two_bodies_have_the_same_text_where_a_pattern_leaves_room()
    {
        var maker = new BodyMaker();

        var plates = Enumerable.Range(0, 50).Select(_ => maker.Full(Schema, _ => Mechanic)["plate"]!.GetValue<string>());

        Assert.That(plates, Is.Unique);
    }

    [Test]
    public void A_required_reference_without_a_row_is_said_to_be_missing() =>
        Assert.That(
            () => new BodyMaker().Least(Schema, _ => null),
            Throws.TypeOf<ConformanceException>().With.Message.Contains("'mechanic' needs a row of Mechanic"));
}
