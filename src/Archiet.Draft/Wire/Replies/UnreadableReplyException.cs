namespace Archiet.Draft.Wire.Replies;

/// <summary>A model wrote something else than what was asked for; asked again it may do better.</summary>
internal sealed class UnreadableReplyException(string cause, Exception? inner = null) : Exception(cause, inner);
