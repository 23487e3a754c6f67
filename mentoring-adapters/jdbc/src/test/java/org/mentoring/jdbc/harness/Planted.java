package org.mentoring.jdbc.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Bugs put into a store on purpose, to see that a harness finds them. */
final class Planted {
  private Planted() {}

  /** A store that silently forgets one write. */
  static <T> T dropping(Class<T> port, T store, String write, int number) {
    AtomicInteger calls = new AtomicInteger();
    return over(
        port,
        (method, arguments) ->
            method.getName().equals(write) && calls.incrementAndGet() == number
                ? null
                : called(store, method, arguments));
  }

  /** A store that carries one write out only after the next one of the same kind. */
  static <T> T swapping(Class<T> port, T store, String write, int number) {
    AtomicInteger calls = new AtomicInteger();
    Object[][] late = new Object[1][];
    return over(
        port,
        (method, arguments) -> {
          if (!method.getName().equals(write)) {
            return called(store, method, arguments);
          }
          int call = calls.incrementAndGet();
          if (call == number) {
            late[0] = arguments;
            return null;
          }
          Object answer = called(store, method, arguments);
          if (call == number + 1) {
            called(store, method, late[0]);
          }
          return answer;
        });
  }

  /** A store that takes its time before one kind of write. */
  static <T> T slow(Class<T> port, T store, String write, Duration time) {
    return over(
        port,
        (method, arguments) -> {
          if (method.getName().equals(write)) {
            LockSupport.parkNanos(time.toNanos());
          }
          return called(store, method, arguments);
        });
  }

  private interface Call {
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T over(Class<T> port, Call call) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call.answer(method, arguments)));
  }

  private static @Nullable Object called(Object store, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
