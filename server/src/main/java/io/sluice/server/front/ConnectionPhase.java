package io.sluice.server.front;

/** What a connection of a client is about. */
enum ConnectionPhase {
  /** No byte of the next request came yet. */
  IDLE,
  /** The head of a request is being read. */
  HEAD,
  /** Its body is being read. */
  BODY,
  /** Its body is passed on while it comes; it may be answered before the end of that. */
  RELAYED,
  /** It is being answered. */
  ANSWERED,
  /** The last reply is on its way; nothing more is read. */
  CLOSING
}
