// A word of the genome is the scalar that it was read from: what it says, and where it stands in its section.
global using Word = Archiet.Genome.Yaml.YamlScalar;
