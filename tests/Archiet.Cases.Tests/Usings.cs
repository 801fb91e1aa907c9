global using Archiet.Emit.Tests;
global using Archiet.Genome;
global using NUnit.Framework;
global using Kind = Archiet.Genome.Binding.FieldKind;
