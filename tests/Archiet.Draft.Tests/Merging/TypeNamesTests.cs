using Archiet.Draft.Merging.Names;

namespace Archiet.Draft.Tests.Merging;

public sealed class TypeNamesTests
{
    [TestCase("Order", "")]
    [TestCase("Task", "TaskRow")]
    [TestCase("Check", "CheckRow")]
    public void An_entity_whose_name_no_class_can_have_gets_another_class(string name, string ofClass) =>
        Assert.That(new TypeNames().TakeEntity(name), Is.EqualTo((name, ofClass)));
}
