package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** An answer as it stands on the wire, read without any library. */
record WireAnswer(String status, List<String> fields, String body, String trailers, Ending how) {

  private static final Set<String> OF_A_HOP =
      Set.of("date", "connection", "keep-alive", "x-sluice-run");

  enum Ending {
    COMPLETE,
    CLOSED,
    RESET,
    LEFT
  }

  /** Sends a request, and reads the answer to its end, or until enough of its body came. */
  static WireAnswer to(int port, String request, Predicate<String> enough) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return read(socket.getInputStream(), enough);
    }
  }

  static WireAnswer read(InputStream in, Predicate<String> enough) throws IOException {
    String status = line(in);
    List<String> fields = new ArrayList<>();
    for (String field = line(in); !field.isEmpty(); field = line(in)) {
      fields.add(field);
    }
    var answer = new WireAnswer(status, fields, "", "", Ending.COMPLETE);
    var body = new ByteArrayOutputStream();
    try {
      return answer.body(in, body, enough);
    } catch (SocketException reset) {
      return answer.with(body, Ending.RESET);
    }
  }

  /** The fields but for those that concern one connection alone, and the date. */
  List<String> passedFields() {
    return fields.stream().filter(field -> !OF_A_HOP.contains(name(field))).toList();
  }

  /** The value of the first field of that name. */
  String field(String name) {
    return fields.stream()
        .filter(field -> name(field).equals(name.toLowerCase(Locale.ROOT)))
        .map(field -> field.substring(field.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  private WireAnswer body(InputStream in, ByteArrayOutputStream body, Predicate<String> enough)
      throws IOException {
    if (field("transfer-encoding").endsWith("chunked")) {
      return chunks(in, body, enough);
    }
    long left =
        field("content-length").isEmpty()
            ? Long.MAX_VALUE
            : Long.parseLong(field("content-length"));
    byte[] piece = new byte[64 * 1024];
    while (left > 0) {
      int read = in.read(piece, 0, (int) Math.min(left, piece.length));
      if (read < 0) {
        return with(body, left > Integer.MAX_VALUE ? Ending.COMPLETE : Ending.CLOSED);
      }
      body.write(piece, 0, read);
      left -= read;
      if (enough.test(body.toString(ISO_8859_1))) {
        return with(body, Ending.LEFT);
      }
    }
    return with(body, Ending.COMPLETE);
  }

  private WireAnswer chunks(InputStream in, ByteArrayOutputStream body, Predicate<String> enough)
      throws IOException {
    while (true) {
      String size = line(in);
      if (size.isEmpty()) {
        return with(body, Ending.CLOSED);
      }
      int left = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
      if (left == 0) {
        return with(body, Ending.COMPLETE).trailed(line(in));
      }
      byte[] chunk = in.readNBytes(left);
      body.writeBytes(chunk);
      if (chunk.length < left) {
        return with(body, Ending.CLOSED);
      }
      line(in);
      if (enough.test(body.toString(ISO_8859_1))) {
        return with(body, Ending.LEFT);
      }
    }
  }

  private WireAnswer with(ByteArrayOutputStream read, Ending ending) {
    return new WireAnswer(status, fields, read.toString(ISO_8859_1), trailers, ending);
  }

  private WireAnswer trailed(String trailer) {
    return new WireAnswer(status, fields, body, trailer, how);
  }

  private static String name(String field) {
    return field.substring(0, Math.max(0, field.indexOf(':'))).toLowerCase(Locale.ROOT);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
