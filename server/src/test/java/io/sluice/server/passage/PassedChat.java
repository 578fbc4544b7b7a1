package io.sluice.server.passage;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A request to a model and its answer, as they are on the wire. */
final class PassedChat {

  /** The body of the request. */
  static final String ASKED =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";

  /** The head of an answer in chunks. */
  static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  static final String EVENT =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";

  /** All events of an answer. */
  static final String WHOLE =
      EVENT
          + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n"
          + "\ndata: [DONE]\n\n";

  private PassedChat() {}

  /** The request, with more header fields. */
  static String chat(PassageRig rig, String more) {
    return chat(rig, more, ASKED);
  }

  static String chat(PassageRig rig, String more, String body) {
    return rig.head("POST /v1/chat/completions")
        + more
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  /** An answer with more header fields and a length. */
  static String answer(String fields, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** The name of the run in the head of an answer. */
  static String run(String head) {
    return head.replaceAll("(?s).*X-Sluice-Run: (\\S+).*", "$1");
  }

  /** One exchange, in which the upstream gives this answer. */
  static WireAnswer exchange(PassageRig rig, RawUpstream upstream, String more, String answer)
      throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, more));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        sending(server, answer);
        return WireAnswer.read(client.in(), text -> false);
      }
    }
  }

  /** Sends an answer that may be more than fits anywhere. */
  static void sending(Peer server, String answer) {
    new Thread(
            () -> {
              try {
                server.send(answer);
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            },
            "answer")
        .start();
  }
}
