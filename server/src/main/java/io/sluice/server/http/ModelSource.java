package io.sluice.server.http;

import java.util.List;

/** Knows the models of one endpoint. Thread-safe. */
@FunctionalInterface
public interface ModelSource {

  /**
   * The names of the models. The call may wait for a server, and is never made on an event loop.
   *
   * @throws Exception with a one-line message, if they are not known
   */
  List<String> models() throws Exception;
}
