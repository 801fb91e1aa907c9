global using Archiet.Emit;
global using Archiet.Emit.Tests;
global using Archiet.Genome;
global using Archiet.Genome.Binding;
global using Archiet.Model;
global using NUnit.Framework;
