namespace Archiet.Emit;

/// <summary>A test that says what it proves.</summary>
/// <param name="Name">What it is called: <c>OrderTests.A_total_is_the_sum_of_its_lines</c>.</param>
/// <param name="Path">The element of the genome.</param>
public sealed record VerifyingTest(string Name, string Path);
