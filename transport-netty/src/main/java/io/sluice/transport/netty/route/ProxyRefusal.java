package io.sluice.transport.netty.route;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.sluice.stream.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Error messages for a proxy that refuses to connect to the server. */
public final class ProxyRefusal {

  private static final int DEMANDS_LOGIN = HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED.code();

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  /** The first word of a challenge (RFC 9110, 11.3); a parameter is followed by an equals sign. */
  private static final Pattern SCHEME =
      Pattern.compile("(?:^|,)[\\s,]*+([A-Za-z][\\w-]{0,30}+)(?!\\s*+=)");

  private static final int MOST_SCHEMES = 8;

  private ProxyRefusal() {}

  /** Why a proxy opened no tunnel to {@code target}. */
  public static String tunnel(Proxy proxy, Target target, HttpResponse answer) {
    int status = answer.status().code();
    if (status == DEMANDS_LOGIN) {
      String challenges =
          String.join(",", answer.headers().getAll(HttpHeaderNames.PROXY_AUTHENTICATE));
      return login(proxy, challenges);
    }
    return proxy
        + " did not lead to "
        + target
        + ": it answered "
        + OneLine.of(answer.status().toString())
        + "; ask who runs it, or list "
        + target.host()
        + " in NO_PROXY";
  }

  /** The message for status 407, with the value of its Proxy-Authenticate fields. */
  public static String login(Proxy proxy, String challenges) {
    List<String> schemes = schemes(challenges);
    String names = String.join(", ", schemes);
    boolean basic =
        schemes.isEmpty() || schemes.stream().anyMatch(scheme -> scheme.equalsIgnoreCase("Basic"));
    String line = proxy + " answered " + DEMANDS_LOGIN + ": ";
    if (!basic) {
      return line
          + "it demands "
          + names
          + ", but only Basic is spoken; put a proxy that logs in there in between, and name that"
          + " one in "
          + proxy.source();
    }
    String ways = schemes.isEmpty() ? "" : " (" + names + ")";
    return proxy.hasCredentials()
        ? line + "it refuses the user or the password in " + proxy.source() + ways
        : line
            + "it demands a user and a password"
            + ways
            + "; set "
            + proxy.source()
            + " to http://user:password@"
            + proxy.target().authority();
  }

  /** Whether an HTTP status demands a login at the proxy. */
  public static boolean isLogin(int status) {
    return status == DEMANDS_LOGIN;
  }

  private static List<String> schemes(String challenges) {
    Matcher scheme = SCHEME.matcher(QUOTED.matcher(challenges).replaceAll("\"\""));
    List<String> found = new ArrayList<>();
    while (scheme.find() && found.size() < MOST_SCHEMES) {
      String name = scheme.group(1);
      if (found.stream().noneMatch(name::equalsIgnoreCase)) {
        found.add(name);
      }
    }
    return found;
  }
}
