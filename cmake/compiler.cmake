# SPDX-License-Identifier: Apache-2.0
# Same inputs, same bytes: no contraction into fused operations, no reordering of sums, no paths of
# the building machine in the binary.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
# Line numbers are all that a stack trace needs; full debug information makes g++ five times slower
# where sanitizers are on.
set(CMAKE_CXX_FLAGS_DEBUG "-g1 -fno-var-tracking")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -fno-var-tracking")

add_compile_options(-ffp-contract=off -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor)
# g++ 12 reports these inside Eigen and the standard library at -O2, where nothing is wrong. clang-tidy
# reads the same command line and does not know them.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND NOT KEUR_TIDY)
  add_compile_options(-Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                      -Wno-stringop-overread)
endif()
if(KEUR_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
if(KEUR_SANITIZE)
  add_compile_options(-fsanitize=${KEUR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
  add_link_options(-fsanitize=${KEUR_SANITIZE})
endif()
if(KEUR_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link
                      -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/tests/fuzz/libraries.ignore)
endif()
if(KEUR_TIDY)
  find_program(CLANG_TIDY NAMES clang-tidy clang-tidy-14 REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY} --quiet)
endif()
if(KEUR_STATIC)
  add_link_options(-static)
endif()
