package io.sluice.server.http;

/** By what right a server asks an endpoint. A minor version may add cases. */
public enum EndpointAccess {
  /** It has a key of its own, or signs its requests. */
  KEYED,
  /** It has no key: the endpoint needs none, or clients bring theirs. */
  KEYLESS,
  /** The endpoint is a built-in model, which costs nothing and needs no network. */
  OFFLINE
}
