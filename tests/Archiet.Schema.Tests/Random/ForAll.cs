using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Archiet.Schema.Tests;

/// <summary>Tries what must hold for everything of a kind. The seed is fixed.</summary>
internal static class ForAll
{
    /// <summary>Tries it on this many.</summary>
    public static void Of<T>(Gen<T> made, int count, Action<T> holds) => Prop.ForAll(made.ToArbitrary(), holds).Check(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(6).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261121, 1), FSharpOption<int>.None))));
}
