#include "app/credentials/secret.h"
