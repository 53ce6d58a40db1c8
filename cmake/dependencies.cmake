# SPDX-License-Identifier: Apache-2.0
# Debian 12 packages, found, never fetched. scripts/setup installs them.
if(KEUR_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(Boost_USE_STATIC_LIBS ON)
  set(OPENSSL_USE_STATIC_LIBS ON)
endif()

find_package(Threads REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(ICU 72 REQUIRED COMPONENTS uc data)
find_package(OpenSSL 3.0 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
# Debian has no libfmt.a: the static program compiles fmt in.
add_library(keur_fmt INTERFACE)
target_link_libraries(keur_fmt INTERFACE $<IF:$<BOOL:${KEUR_STATIC}>,fmt::fmt-header-only,fmt::fmt>)

# yaml-cpp's own package file names only the shared library; libcsv, RapidJSON and Random123 have
# none.
find_library(YAML_CPP_LIBRARY yaml-cpp REQUIRED)
add_library(keur_yaml INTERFACE)
target_link_libraries(keur_yaml INTERFACE ${YAML_CPP_LIBRARY})
find_library(CSV_LIBRARY csv REQUIRED)
find_path(CSV_INCLUDE csv.h REQUIRED)
add_library(keur_csv INTERFACE)
target_link_libraries(keur_csv INTERFACE ${CSV_LIBRARY})
target_include_directories(keur_csv SYSTEM INTERFACE ${CSV_INCLUDE})
find_path(RAPIDJSON_INCLUDE rapidjson/reader.h REQUIRED)
add_library(keur_rapidjson INTERFACE)
target_include_directories(keur_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE})
find_path(RANDOM123_INCLUDE Random123/philox.h REQUIRED)
add_library(keur_random123 INTERFACE)
target_include_directories(keur_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE})
