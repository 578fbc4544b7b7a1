package io.sluice.server.passage;

/** Whose key a passed request has. */
public enum KeyUse {
  /** The one that the client sends. */
  FORWARD,
  /** The endpoint's own, in place of the client's, who shows a token of this server instead. */
  OWN
}
