package io.sluice.benchmarks.peers.floor;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every token of every chunk, by Jackson's fastest parser, and nothing made of them. */
final class TokenWalk implements Events.Payload {

  private static final JsonFactory JSON = new JsonFactory();

  private long tokens;

  @Override
  public void read(byte[] bytes, int from, int to) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens++;
      }
    }
    if (tokens < 0) {
      throw new IllegalStateException("there cannot be so many");
    }
  }
}
