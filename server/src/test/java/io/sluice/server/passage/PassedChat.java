package io.sluice.server.passage;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Requests and answers as they are on the wire. */
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

  /** A short answer. */
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

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

  /** Sends what may be more than fits anywhere. */
  static void sending(Peer server, String answer) {
    new Thread(
            () -> {
              try {
                server.send(answer);
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            },
            "sending")
        .start();
  }

  /** The head that the server gets; closes the rig. */
  static String passed(PassageRig rig, RawUpstream upstream, String line, String fields)
      throws IOException {
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head(line) + fields + "\r\n");
      try (Peer server = upstream.accept()) {
        String head = server.until("\r\n\r\n");
        server.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        client.until("ok");
        return head;
      }
    }
  }

  /** The refusal that the client gets; closes the rig. */
  static String refused(PassageRig rig, String line, String fields) throws IOException {
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head(line) + fields + "\r\n");
      return client.until("}}");
    }
  }

  /** What the upstream gets for a request, which may be more than fits anywhere. */
  static String arrived(PassageRig rig, RawUpstream upstream, String request) throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      sending(client, request);
      try (Peer server = upstream.accept()) {
        String head = server.until("\r\n\r\n");
        String body = server.bytes(request.length() - request.indexOf("\r\n\r\n") - 4);
        server.send(OK);
        client.until("ok");
        return head + body;
      }
    }
  }
}
