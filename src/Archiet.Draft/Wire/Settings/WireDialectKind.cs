namespace Archiet.Draft.Wire.Settings;

/// <summary>The ways of asking that servers understand.</summary>
public enum WireDialectKind
{
    /// <summary>Chat completions with a <c>response_format</c>: OpenAI, and whatever speaks like it (Ollama, vLLM, LM Studio, gateways).</summary>
    OpenAi,

    /// <summary>Messages with an <c>output_config</c>: Anthropic.</summary>
    Anthropic,
}
