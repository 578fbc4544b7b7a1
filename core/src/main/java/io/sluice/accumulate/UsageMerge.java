package io.sluice.accumulate;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Combines two reports of usage, figure by figure. */
final class UsageMerge {
  private static final String TOTAL = "\"total_tokens\"";
  private static final int DEEPEST = 8;

  private UsageMerge() {}

  /** The later report, with the figures that only the earlier one has. */
  static Usage of(Usage before, Usage later) {
    if (replaces(later.json().text(), before.json().text())) {
      return later;
    }
    long prompt = figure(before.promptTokens(), later.promptTokens());
    long completion = figure(before.completionTokens(), later.completionTokens());
    Map<String, String> members = members(before.json().text(), later.json().text(), DEEPEST);
    boolean told = members.containsKey(TOTAL);
    long total = Math.max(prompt + completion, told ? figure(before, later) : 0);
    if (told) {
      members.put(TOTAL, Long.toString(total));
    }
    Usage.Builder merged = Usage.builder(Json.verbatim(object(members))).totalTokens(total);
    if (before.tellsPrompt() || later.tellsPrompt()) {
      merged.promptTokens(prompt);
    }
    if (before.tellsCompletion() || later.tellsCompletion()) {
      merged.completionTokens(completion);
    }
    return merged.build();
  }

  /** A total is too small if it lacks a figure that its report omits. */
  private static long figure(Usage before, Usage later) {
    return figure(before.totalTokens(), later.totalTokens());
  }

  private static long figure(long before, long later) {
    return later == 0 ? before : later;
  }

  /** Whether two reports differ only in digits, and no figure became 0: the usual case. */
  private static boolean replaces(String later, String before) {
    int i = 0;
    int j = 0;
    while (i < later.length() && j < before.length()) {
      if (isDigit(later, i) && isDigit(before, j)) {
        int endOfLater = endOfDigits(later, i);
        int endOfBefore = endOfDigits(before, j);
        if (isZero(later, i, endOfLater) && !isZero(before, j, endOfBefore)) {
          return false;
        }
        i = endOfLater;
        j = endOfBefore;
      } else if (later.charAt(i) == before.charAt(j)) {
        i++;
        j++;
      } else {
        return false;
      }
    }
    return i == later.length() && j == before.length();
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isZero(String text, int from, int to) {
    return to - from == 1 && text.charAt(from) == '0';
  }

  private static Map<String, String> members(String before, String later, int depth) {
    Map<String, String> members = new LinkedHashMap<>();
    JsonScan.members(before, members::put);
    JsonScan.members(
        later, (name, value) -> members.merge(name, value, (a, b) -> value(a, b, depth - 1)));
    return members;
  }

  private static String object(Map<String, String> members) {
    var object = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> object.add(name + ":" + value));
    return object.toString();
  }

  private static String value(String before, String later, int depth) {
    if (later.equals("null") || later.equals("0")) {
      return before;
    }
    boolean objects = before.startsWith("{") && later.startsWith("{");
    return objects && depth > 0 ? object(members(before, later, depth)) : later;
  }
}
