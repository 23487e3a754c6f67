package org.mentoring.jdbc.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;
import org.mentoring.spi.UnitOfWork;

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

  /** A store that forgets all writes of a kind. */
  static <T> T forgetting(Class<T> port, T store, String write) {
    return over(
        port,
        (method, arguments) ->
            method.getName().equals(write) ? null : called(store, method, arguments));
  }

  /** A store that carries one of its writes out and says that it did not. */
  static <T> T denying(Class<T> port, T store, String write, int number) {
    AtomicInteger calls = new AtomicInteger();
    return over(
        port,
        (method, arguments) -> {
          Object answer = called(store, method, arguments);
          return method.getName().equals(write) && calls.incrementAndGet() == number
              ? Boolean.FALSE
              : answer;
        });
  }

  /**
   * A store in which, from some write on, each of two waits for the other before it writes, so that
   * neither has seen what the other does. Whoever waits in vain goes on alone, as do all after it.
   */
  static <T> T meeting(Class<T> port, T store, String write, int number) {
    AtomicInteger calls = new AtomicInteger();
    CyclicBarrier both = new CyclicBarrier(2);
    return over(
        port,
        (method, arguments) -> {
          if (method.getName().equals(write) && calls.incrementAndGet() >= number) {
            try {
              both.await(10, TimeUnit.SECONDS);
            } catch (TimeoutException | BrokenBarrierException alone) {
              return called(store, method, arguments);
            }
          }
          return called(store, method, arguments);
        });
  }

  /** Stores whose writes are each committed by itself. */
  static Stores inPieces(Stores stores) {
    return in(
        stores,
        UnitOfWork.class,
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> command) {
            return command.get();
          }
        });
  }

  /** Stores that do something of their own when a unit of work is done. */
  static Stores ending(Stores stores, Runnable act) {
    return in(
        stores,
        UnitOfWork.class,
        over(
            UnitOfWork.class,
            (method, arguments) -> {
              Object answer = called(stores.work(), method, arguments);
              if (method.getName().equals("run")) {
                act.run();
              }
              return answer;
            }));
  }

  /** Stores that give a unit of work once more when it fails. */
  static Stores trying(Stores stores) {
    return in(
        stores,
        UnitOfWork.class,
        over(
            UnitOfWork.class,
            (method, arguments) -> {
              try {
                return called(stores.work(), method, arguments);
              } catch (StoreFailure e) {
                return called(stores.work(), method, arguments);
              }
            }));
  }

  /** Stores one of which is another one's. */
  static <T> Stores elsewhere(Stores stores, Class<T> port, Stores other) {
    return in(stores, port, port(other, port));
  }

  /** A store that leaves out what comes first wherever it lists. */
  static <T> T omitting(Class<T> port, T store, String list) {
    return over(
        port,
        (method, arguments) -> {
          Object answer = called(store, method, arguments);
          return method.getName().equals(list)
                  && answer instanceof Page<?> page
                  && !page.items().isEmpty()
              ? new Page<>(page.items().subList(1, page.items().size()), page.next())
              : answer;
        });
  }

  /** A store to which something else is given than what was meant. */
  static <T> T given(Class<T> port, T store, String method, int argument, Object instead) {
    return over(
        port,
        (called, arguments) -> {
          if (called.getName().equals(method) && arguments != null) {
            arguments[argument] = instead;
          }
          return called(store, called, arguments);
        });
  }

  /** One of the stores. */
  static <T> T port(Stores stores, Class<T> port) {
    for (RecordComponent each : Stores.class.getRecordComponents()) {
      if (each.getType() == port) {
        return port.cast(component(stores, each));
      }
    }
    throw new IllegalArgumentException(port.getName());
  }

  /** The same stores, but for one. */
  static <T> Stores in(Stores stores, Class<T> port, T bug) {
    RecordComponent[] components = Stores.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = components[i].getType() == port ? bug : component(stores, components[i]);
    }
    try {
      return (Stores) Stores.class.getConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object component(Stores stores, RecordComponent component) {
    try {
      return component.getAccessor().invoke(stores);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Call {
    @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T over(Class<T> port, Call call) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call.answer(method, arguments)));
  }

  private static @Nullable Object called(Object store, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
